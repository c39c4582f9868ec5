-- CreateEnum
CREATE TYPE "SuppressionOrigin" AS ENUM ('manual', 'bounce', 'complaint');

-- CreateTable
CREATE TABLE "Suppression" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "origin" "SuppressionOrigin" NOT NULL,
    "sourceEmailId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Suppression_email_key" ON "Suppression"("email");

-- CreateIndex
CREATE INDEX "Suppression_origin_id_idx" ON "Suppression"("origin", "id");
