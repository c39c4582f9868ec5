ALTER TABLE "EmailContent" VALIDATE CONSTRAINT "EmailContent_messageHash_fkey";
