-- CreateIndex: emails are read while it is made; new ones wait until the table has been read once.
CREATE INDEX "EmailRecord_test_idx" ON "EmailRecord"("id") WHERE mode = 'test';
