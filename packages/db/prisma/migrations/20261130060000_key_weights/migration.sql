-- AlterTable: a constant default rewrites nothing, and the keys that the constraint is checked for are few.
ALTER TABLE "ApiKey" ADD COLUMN     "weight" INTEGER NOT NULL DEFAULT 1 CHECK ("weight" BETWEEN 1 AND 10);
