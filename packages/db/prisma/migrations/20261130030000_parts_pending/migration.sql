-- Messages that were submitted by SMTP are read for display after they are accepted. Those from before have been read.
ALTER TABLE "EmailContent" ADD COLUMN     "partsPending" BOOLEAN NOT NULL DEFAULT false;
