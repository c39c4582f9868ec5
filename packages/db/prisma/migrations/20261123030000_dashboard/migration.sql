-- CreateTable
CREATE TABLE "MinuteCount" (
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "accepted" INTEGER NOT NULL,
    "sent" INTEGER NOT NULL,
    "deferred" INTEGER NOT NULL,
    "bounced" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,

    CONSTRAINT "MinuteCount_pkey" PRIMARY KEY ("minute")
);

-- CreateTable
CREATE TABLE "CountProgress" (
    "id" SMALLINT NOT NULL,
    "countedUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CountProgress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "apiKeyId" UUID NOT NULL,
    "linkHash" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Session_hash_key" ON "Session"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "Session_linkHash_key" ON "Session"("linkHash");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- A summary of each quarter of a megabyte, made as the table grows: it costs an insert next to nothing.
CREATE INDEX "EmailEvent_at_idx" ON "EmailEvent" USING BRIN ("at") WITH (pages_per_range = 32, autosummarize = on);

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
