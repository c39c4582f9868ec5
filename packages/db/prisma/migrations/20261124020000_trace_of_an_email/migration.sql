-- AlterTable
ALTER TABLE "EmailRecord" ADD COLUMN     "traceparent" TEXT;
