-- CreateIndex: emails are read while it is made; new ones wait until the table has been read once. Live mail writes nothing into it.
CREATE INDEX "EmailRecord_test_status_idx" ON "EmailRecord"("status", "id") WHERE mode = 'test';

-- CreateIndex
CREATE INDEX "EmailRecord_test_sender_idx" ON "EmailRecord"("fromAddress", "id") WHERE mode = 'test';
