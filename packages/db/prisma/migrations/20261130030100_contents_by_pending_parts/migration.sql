-- Emails are read while it is made; new ones wait until the table has been read once, without the texts that lie outside it.
CREATE INDEX "EmailContent_partsPending_idx" ON "EmailContent"("emailId") WHERE "partsPending";
