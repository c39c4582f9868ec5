-- CreateEnum
CREATE TYPE "RecipientFeedback" AS ENUM ('delivery_delayed', 'delivered', 'bounced', 'complained');

-- AlterTable
ALTER TABLE "EmailRecipient" ADD COLUMN     "feedback" "RecipientFeedback",
ADD COLUMN     "feedbackAt" TIMESTAMPTZ(3),
ADD COLUMN     "feedbackCode" TEXT,
ADD COLUMN     "feedbackText" TEXT;
