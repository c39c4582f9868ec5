-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "EmailStatus" AS ENUM ('scheduled', 'queued', 'sending', 'deferred', 'in_doubt', 'sent', 'bounced', 'failed', 'suppressed', 'canceled');

-- CreateEnum
CREATE TYPE "Mode" AS ENUM ('live', 'test');

-- CreateEnum
CREATE TYPE "RecipientKind" AS ENUM ('to', 'cc', 'bcc');

-- CreateEnum
CREATE TYPE "RecipientState" AS ENUM ('pending', 'deferred', 'sent', 'bounced', 'failed', 'suppressed', 'canceled');

-- CreateEnum
CREATE TYPE "AttemptOutcome" AS ENUM ('sent', 'partial', 'deferred', 'bounced', 'failed', 'relay_trouble', 'in_doubt');

-- CreateEnum
CREATE TYPE "EmailEventType" AS ENUM ('queued', 'scheduled', 'sent', 'delivered', 'delivery_delayed', 'bounced', 'complained', 'failed', 'suppressed', 'canceled');

-- CreateEnum
CREATE TYPE "Permission" AS ENUM ('full_access', 'sending_access');

-- CreateTable
CREATE TABLE "EmailRecord" (
    "id" UUID NOT NULL,
    "apiKeyId" UUID,
    "mode" "Mode" NOT NULL DEFAULT 'live',
    "status" "EmailStatus" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "scheduledAt" TIMESTAMPTZ(3),
    "nextAttemptAt" TIMESTAMPTZ(3),
    "attemptCount" INTEGER NOT NULL DEFAULT 0,
    "eventCount" INTEGER NOT NULL DEFAULT 0,
    "retryCount" INTEGER NOT NULL DEFAULT 0,
    "generation" INTEGER NOT NULL DEFAULT 0,
    "leaseOwner" TEXT,
    "leaseUntil" TIMESTAMPTZ(3),
    "messageId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT[],
    "cc" TEXT[],
    "bcc" TEXT[],
    "replyTo" TEXT[],
    "subject" TEXT NOT NULL,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "tags" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "EmailRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailContent" (
    "emailId" UUID NOT NULL,
    "html" TEXT,
    "text" TEXT,

    CONSTRAINT "EmailContent_pkey" PRIMARY KEY ("emailId")
);

-- CreateTable
CREATE TABLE "EmailRecipient" (
    "emailId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "kind" "RecipientKind" NOT NULL,
    "state" "RecipientState" NOT NULL DEFAULT 'pending',
    "replyCode" SMALLINT,
    "enhancedCode" TEXT,
    "replyText" TEXT,

    CONSTRAINT "EmailRecipient_pkey" PRIMARY KEY ("emailId","address")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "emailId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "filename" TEXT NOT NULL,
    "contentType" TEXT,
    "contentId" TEXT,
    "sha256" BYTEA NOT NULL,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttachmentContent" (
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "AttachmentContent_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "DeliveryAttempt" (
    "emailId" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "worker" TEXT NOT NULL,
    "outcome" "AttemptOutcome",
    "reason" TEXT,
    "relay" TEXT,
    "remoteAddress" TEXT,
    "tlsVersion" TEXT,
    "replyCode" SMALLINT,
    "enhancedCode" TEXT,
    "replyText" TEXT,
    "recipients" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "DeliveryAttempt_pkey" PRIMARY KEY ("emailId","n")
);

-- CreateTable
CREATE TABLE "EmailEvent" (
    "emailId" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "type" "EmailEventType" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "EmailEvent_pkey" PRIMARY KEY ("emailId","n")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "apiKeyId" UUID NOT NULL,
    "keyHash" BYTEA NOT NULL,
    "requestHash" BYTEA NOT NULL,
    "emailIds" UUID[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("apiKeyId","keyHash")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "prefix" TEXT NOT NULL,
    "permission" "Permission" NOT NULL DEFAULT 'full_access',
    "mode" "Mode" NOT NULL DEFAULT 'live',
    "bootstrap" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EmailRecord_due_idx" ON "EmailRecord"("nextAttemptAt", "id") WHERE (status IN ('scheduled', 'queued', 'deferred'));

-- CreateIndex
CREATE INDEX "EmailRecord_lease_idx" ON "EmailRecord"("leaseUntil") WHERE (status = 'sending');

-- CreateIndex
CREATE INDEX "Attachment_sha256_idx" ON "Attachment"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Attachment_emailId_position_key" ON "Attachment"("emailId", "position");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");

-- AddForeignKey
ALTER TABLE "EmailContent" ADD CONSTRAINT "EmailContent_emailId_fkey" FOREIGN KEY ("emailId") REFERENCES "EmailRecord"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "EmailRecipient" ADD CONSTRAINT "EmailRecipient_emailId_fkey" FOREIGN KEY ("emailId") REFERENCES "EmailRecord"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_emailId_fkey" FOREIGN KEY ("emailId") REFERENCES "EmailRecord"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "AttachmentContent"("sha256") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DeliveryAttempt" ADD CONSTRAINT "DeliveryAttempt_emailId_fkey" FOREIGN KEY ("emailId") REFERENCES "EmailRecord"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "EmailEvent" ADD CONSTRAINT "EmailEvent_emailId_fkey" FOREIGN KEY ("emailId") REFERENCES "EmailRecord"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
