-- CreateTable
CREATE TABLE "ApiKeyUsage" (
    "apiKeyId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "emails" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "ApiKeyUsage_pkey" PRIMARY KEY ("apiKeyId","day")
);

-- CreateTable
CREATE TABLE "ApiKeyRate" (
    "apiKeyId" UUID NOT NULL,
    "emails" BIGINT NOT NULL,

    CONSTRAINT "ApiKeyRate_pkey" PRIMARY KEY ("apiKeyId")
);

-- CreateIndex: emails are read while it is made; new ones wait until the table has been read once.
CREATE INDEX "EmailRecord_scheduled_idx" ON "EmailRecord"("apiKeyId") WHERE status = 'scheduled';
