-- It also keeps the release before from removing messages as contents that no attachment refers to. The rows that are
-- there name none; the last of these migrations has that looked through, while emails are written.
ALTER TABLE "EmailContent" ADD CONSTRAINT "EmailContent_messageHash_fkey" FOREIGN KEY ("messageHash") REFERENCES "AttachmentContent"("sha256") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;
