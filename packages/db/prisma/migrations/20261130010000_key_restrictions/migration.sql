-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "allowedNetworks" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "allowedSenders" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "dailyBytes" BIGINT,
ADD COLUMN     "dailyEmails" INTEGER,
ADD COLUMN     "expiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "maxScheduled" INTEGER,
ADD COLUMN     "maxWebhooks" INTEGER;

-- AlterTable
ALTER TABLE "WebhookEndpoint" ADD COLUMN     "apiKeyId" UUID,
ADD COLUMN     "mode" "Mode" NOT NULL DEFAULT 'live';
