// Written by `pnpm docs:write` from /openapi.json of apps/api.

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get service information
         * @description Returns the name and version of the service and the URL of its documentation. A browser, which sends `Accept: text/html`, gets the dashboard instead. Needs no API key.
         */
        get: operations["getRoot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Returns API keys, newest first, without the keys themselves. A test key sees only test keys. `last_used_at` is updated every ten seconds, not with each request.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description Creates an API key, which works immediately. The key is returned only in this response: Sendoff stores only its SHA-256 hash. Requires a key with `full_access` and without limits, since a key cannot create a key with more rights than its own. A test key can set no weight other than 1.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an API key
         * @description Revokes the key immediately; other API processes and SMTP reject it within a second. Email that was accepted with it is kept and still delivered. A key can delete itself; a key with limits can delete no other. The key of `BOOTSTRAP_API_KEY` is restored at the next start while the variable is set.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        /**
         * Update an API key
         * @description Changes the name, the weight or the limits of a key; null removes a limit. Limits apply immediately; in other API processes and SMTP within a second. A weight applies in all processes within 10 seconds; a test key can set no weight other than 1. To change the permission or the mode, create a new key and delete this one. The key of `BOOTSTRAP_API_KEY` can have a weight but no limits.
         */
        patch: operations["updateApiKey"];
        trace?: never;
    };
    "/attachments/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an attachment
         * @description Returns the content of the file. This is the target of `download_url`. Needs no API key: the link is signed and valid for one hour.
         */
        get: operations["downloadAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audiences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audiences (always empty)
         * @description Sendoff does not support audiences yet. Always returns an empty list, so that clients that request it keep working; no other operation of this resource exists.
         */
        get: operations["listAudiences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/automations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List automations (always empty)
         * @description Sendoff does not support automations yet. Always returns an empty list, so that clients that request it keep working; no other operation of this resource exists.
         */
        get: operations["listAutomations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/broadcasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List broadcasts (always empty)
         * @description Sendoff does not support broadcasts yet. Always returns an empty list, so that clients that request it keep working; no other operation of this resource exists.
         */
        get: operations["listBroadcasts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contact-properties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List properties of contacts (always empty)
         * @description Sendoff does not support properties of contacts yet. Always returns an empty list, so that clients that request it keep working; no other operation of this resource exists.
         */
        get: operations["listContactProperties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contacts (always empty)
         * @description Sendoff does not support contacts yet. Always returns an empty list, so that clients that request it keep working; no other operation of this resource exists.
         */
        get: operations["listContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports of contacts (always empty)
         * @description Sendoff does not support imports of contacts yet. Always returns an empty list, so that clients that request it keep working; no other operation of this resource exists.
         */
        get: operations["listContactImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/api/emails/{id}/headers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dashboardHeaders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/api/emails/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dashboardPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/api/emails/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dashboardSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dashboardLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/api/now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dashboardNow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dashboardOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/api/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dashboardQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whether the client is signed in. */
                            signed_in: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description An API key with full access. */
                        key?: string;
                        /** @description The token of a sign-in link. */
                        link?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whether the client is signed in. */
                            signed_in: boolean;
                        };
                    };
                };
            };
        };
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whether the client is signed in. */
                            signed_in: boolean;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List domains (always empty)
         * @description Sendoff does not support domains yet. Always returns an empty list, so that clients that request it keep working; no other operation of this resource exists.
         */
        get: operations["listDomains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List emails
         * @description Returns emails, newest first. For the next page, pass the last id of this page as `after`. Paging is by id, so new emails neither shift nor repeat items. `after` and `before` cannot be combined. Use at most one of `to`, `from`, `tag` and `subject`; `status`, `mode` and the time filters can be combined with any of them.
         */
        get: operations["listEmails"];
        put?: never;
        /**
         * Send an email
         * @description Stores the email and sends it immediately, or at `scheduled_at`. A 200 means that the email is committed to the database; after a 4xx nothing is stored. After a 5xx it may have been stored: repeat the request with the same `Idempotency-Key` to avoid sending twice. A key with `sending_access` is sufficient.
         */
        post: operations["submitEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve an email
         * @description Returns the email with its status and, while it is waiting, the reason and the time of the next attempt. A well-formed id that does not exist returns 404; a malformed id returns 422.
         */
        get: operations["getEmail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Reschedule an email
         * @description Moves an email whose status is `scheduled` to an earlier or later time, at most 30 days from now. Returns 422 once a worker has started to send it.
         */
        patch: operations["rescheduleEmail"];
        trace?: never;
    };
    "/emails/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the attachments of an email
         * @description Returns the names, sizes and types of the attachments, each with a download link that is valid for one hour.
         */
        get: operations["listAttachments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails/{id}/attachments/{attachment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve an attachment
         * @description Returns the name, size and type of an attachment with a download link that is valid for one hour. Each call creates a new link.
         */
        get: operations["getAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the delivery attempts of an email
         * @description Returns every delivery attempt, oldest first, with the relay, its replies per recipient, and the start and end times. Not paged, since retry schedules have few steps.
         */
        get: operations["listAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a scheduled email
         * @description Cancels an email whose status is `scheduled`. Returns 422 once a worker has started to send it. A 200 means that no part of the email was sent. Needs no body.
         */
        post: operations["cancelEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the events of an email
         * @description Returns every event of the email, oldest first. The last one is the `last_event` of the email. Not paged.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve an email in doubt
         * @description An email is `in_doubt` when it is unknown whether the relay accepted it and `IN_DOUBT_POLICY` is `hold`. Check the log of the relay, then report the outcome here. Recipients for which the relay had replied keep that result.
         */
        post: operations["resolveEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry an email
         * @description Queues a `bounced`, `failed` or `suppressed` email again with a full retry schedule, for the recipients it has not reached and with the same `Message-ID`. Returns 422 once the content of the email has expired. Needs no body.
         */
        post: operations["retryEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails/{id}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wait for an email
         * @description Returns the email once it reaches the requested status or event, or any final status, or after `timeout` seconds. Check `status` in the response.
         */
        get: operations["waitForEmail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a batch of emails
         * @description Accepts up to 100 emails in one transaction and returns an id for each. Attachments are not supported; all other fields work as in `POST /emails`. By default one invalid email rejects the whole batch, and the message names its index, from 0. A key with `sending_access` is sufficient.
         */
        post: operations["submitBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails/receiving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List received emails (always empty)
         * @description Sendoff does not support received emails yet. Always returns an empty list, so that clients that request it keep working; no other operation of this resource exists.
         */
        get: operations["listReceivedEmails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List custom events (always empty)
         * @description Sendoff does not support custom events yet. Always returns an empty list, so that clients that request it keep working; no other operation of this resource exists.
         */
        get: operations["listCustomEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check liveness
         * @description Returns 200 while the process is running, even if the database or the queue is unreachable. Needs no API key.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List inboxes (always empty)
         * @description Sendoff does not support inboxes yet. Always returns an empty list, so that clients that request it keep working; no other operation of this resource exists.
         */
        get: operations["listInboxes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List logs of requests (always empty)
         * @description Sendoff does not support logs of requests yet. Always returns an empty list, so that clients that request it keep working; no other operation of this resource exists.
         */
        get: operations["listLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List OAuth grants (always empty)
         * @description Sendoff does not support OAuth grants yet. Always returns an empty list, so that clients that request it keep working; no other operation of this resource exists.
         */
        get: operations["listGrants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check readiness
         * @description Checks whether the database and the queue are writable, with a timeout of 2 seconds each. Without the queue email is still accepted and sent. Needs no API key.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List segments (always empty)
         * @description Sendoff does not support segments yet. Always returns an empty list, so that clients that request it keep working; no other operation of this resource exists.
         */
        get: operations["listSegments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List suppressions
         * @description Returns suppressions, newest first. Paging is by id, so new suppressions neither shift nor repeat items.
         */
        get: operations["listSuppressions"];
        put?: never;
        /**
         * Add a suppression
         * @description Adds an address to the suppression list. Delivery attempts that start from now on send no live email to it, including email that was accepted earlier. If the address is already on the list, its entry stays unchanged.
         */
        post: operations["addSuppression"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppressions/{id_or_email}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve a suppression
         * @description Returns a suppression by its id or by its address. A 404 for an address means that it is not suppressed.
         */
        get: operations["getSuppression"];
        put?: never;
        post?: never;
        /**
         * Remove a suppression
         * @description Removes an address from the suppression list, by the id of the suppression or by the address. Email that was already suppressed stays suppressed; send it with `POST /emails/:id/retry`.
         */
        delete: operations["removeSuppression"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppressions/batch/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a batch of suppressions
         * @description Adds up to 100 addresses to the suppression list. If one of them is invalid, none is added. For more addresses use `POST /suppressions/import`.
         */
        post: operations["addSuppressions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppressions/batch/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a batch of suppressions
         * @description Removes addresses from the suppression list, by `emails` or by `ids`. Entries that are not on the list are ignored.
         */
        post: operations["removeSuppressions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppressions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the suppression list
         * @description Returns the whole suppression list as CSV, oldest first. Not part of the Resend API. An address that a spreadsheet would read as a formula is prefixed with an apostrophe, which the import removes. If an error interrupts the response, the connection ends without completing it, which HTTP clients report as an error.
         */
        get: operations["exportSuppressions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppressions/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import suppressions
         * @description Adds the addresses of a CSV file to the suppression list, for example a file from `GET /suppressions/export`. If the first line contains a column named `email`, and optionally `origin`, these columns are used; otherwise each line begins with the address. Invalid lines are skipped and reported by line number; all others are added. Not part of the Resend API.
         */
        post: operations["importSuppressions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List templates (always empty)
         * @description Sendoff does not support templates yet. Always returns an empty list, so that clients that request it keep working; no other operation of this resource exists.
         */
        get: operations["listTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List topics (always empty)
         * @description Sendoff does not support topics yet. Always returns an empty list, so that clients that request it keep working; no other operation of this resource exists.
         */
        get: operations["listTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks
         * @description Returns webhooks, newest first, without their signing secrets.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Create a webhook
         * @description Subscribes an endpoint to events. New events are posted as JSON, signed according to Standard Webhooks, at least once and in no guaranteed order; use `webhook-id` to detect duplicates. A delivery without a 2xx response within 15 seconds is retried for about a day. A webhook created with a test key gets only the events of test mail.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve a webhook
         * @description Returns the webhook with its signing secret and, if it was disabled automatically, the reason.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description Deletes the webhook and its events. Pending deliveries are discarded; one that is in progress may still arrive.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Update a webhook
         * @description Changes the endpoint, the events, the name or the status of a webhook. Enabling a disabled webhook clears its failures and delivers its pending events.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/webhooks/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the events of a webhook
         * @description Returns the events of a webhook, newest first. Finished events are deleted after `CONTENT_RETENTION`.
         */
        get: operations["listWebhookEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve a webhook event
         * @description Returns the event with its delivery status, the time of the next attempt and the payload.
         */
        get: operations["getWebhookEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/events/{event_id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the delivery attempts of a webhook event
         * @description Returns the delivery attempts of an event, newest first, each with the response of the endpoint.
         */
        get: operations["listWebhookAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/events/{event_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay a webhook event
         * @description Delivers the event again now, with the same payload and `webhook-id` and a full retry schedule, whether it was delivered, failed or is still pending. Needs no body.
         */
        post: operations["replayWebhookEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/signing-secret/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the signing secret
         * @description Creates a new signing secret. The previous secret stays valid for 24 hours: until then events are signed with both. Needs no body.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getRoot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "sendoff",
                     *       "version": "0.1.0",
                     *       "docs": "http://127.0.0.1:3000/docs"
                     *     }
                     */
                    "application/json": {
                        /** @description The URL of the API documentation. */
                        docs: string;
                        /** @enum {string} */
                        name: "sendoff";
                        /** @description The version of Sendoff. */
                        version: string;
                    };
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /**
                 * @description Return the page after this id: pass the last id of the current page.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                after?: string;
                /**
                 * @description Return the page before this id: pass the first id of the current page.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                before?: string;
                /** @description Maximum number of keys to return. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of API keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": [
                     *         {
                     *           "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *           "name": "Shop",
                     *           "created_at": "2026-04-03 22:13:42.674000+00",
                     *           "last_used_at": "2026-04-04 09:01:10.120000+00",
                     *           "permission": "sending_access",
                     *           "mode": "live",
                     *           "weight": 1,
                     *           "expires_at": "2027-04-03 22:13:42.000000+00",
                     *           "allowed_networks": [
                     *             "192.0.2.0/24"
                     *           ],
                     *           "allowed_senders": [
                     *             "news@acme.example"
                     *           ],
                     *           "quotas": {
                     *             "daily_emails": 10000,
                     *             "daily_bytes": null,
                     *             "scheduled_emails": 500,
                     *             "webhooks": null
                     *           },
                     *           "used_today": {
                     *             "emails": 1204,
                     *             "bytes": 5718020
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The keys, newest first. Includes expired keys but not deleted ones. */
                        data: {
                            /** @description The networks from which the key can be used, in CIDR notation; empty for any. */
                            allowed_networks: string[];
                            /** @description The addresses and domains the key can send as, in lower case; empty for any. */
                            allowed_senders: string[];
                            /** @description When the key was created, for example `2026-04-03 22:13:42.674000+00`. */
                            created_at: string;
                            /** @description When the key expires, for example `2027-04-03 22:13:42.000000+00`; null for never. */
                            expires_at: string | null;
                            /** @description The id of the key. This is not the key itself. */
                            id: string;
                            /** @description When the key was last used, accurate to about ten seconds; null if never. */
                            last_used_at: string | null;
                            /**
                             * @description Whether email sent with the key is delivered (`live`) or simulated (`test`).
                             * @enum {string}
                             */
                            mode: "live" | "test";
                            /** @description The name of the key. */
                            name: string;
                            /**
                             * @description What the key can do.
                             * @enum {string}
                             */
                            permission: "full_access" | "sending_access";
                            /** @description The quotas of the key. */
                            quotas: {
                                /** @description Maximum bytes of emails accepted per day (UTC); null for no limit. */
                                daily_bytes: number | null;
                                /** @description Maximum number of emails accepted per day (UTC); null for no limit. */
                                daily_emails: number | null;
                                /** @description Maximum number of emails scheduled at the same time; null for no limit. */
                                scheduled_emails: number | null;
                                /** @description Maximum number of webhooks the key can have; null for no limit. */
                                webhooks: number | null;
                            };
                            /** @description What the key has used of its daily quotas today (UTC); null without a daily quota. */
                            used_today: {
                                /** @description The size of these emails in bytes. */
                                bytes: number;
                                /** @description The number of emails accepted. */
                                emails: number;
                            } | null;
                            /** @description The factor for the key's share of shared resources: 1 to 10. */
                            weight: number;
                        }[];
                        /** @description Whether more items follow in the direction of paging. */
                        has_more: boolean;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The key to create. Defaults: full access, the mode of the key that makes the request, and no limits. */
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description IPv4 and IPv6 addresses and networks from which the key can be used. Empty or null for any.
                     * @example [
                     *       "192.0.2.0/24",
                     *       "2001:db8::7"
                     *     ]
                     */
                    allowed_networks?: string[] | null;
                    /**
                     * @description Addresses and domains allowed in `from`. A domain does not include its subdomains. Empty or null for any.
                     * @example [
                     *       "news@acme.example",
                     *       "shop.example"
                     *     ]
                     */
                    allowed_senders?: string[] | null;
                    /**
                     * @description When the key expires: ISO 8601, UTC if no offset is given. Null for never.
                     * @example 2027-04-03T22:13:42Z
                     */
                    expires_at?: string | null;
                    /**
                     * @description `live`: email is delivered. `test`: email is simulated and never delivered, and the key can only see and change test mail, test keys and their webhooks. Defaults to the mode of the key that makes the request. Not part of the Resend API.
                     * @enum {string}
                     */
                    mode?: "live" | "test";
                    /** @description A name for the key: 1 to 50 characters on one line. */
                    name: string;
                    /**
                     * @description `full_access`: all operations. `sending_access`: only `POST /emails` and `POST /emails/batch`.
                     * @enum {string}
                     */
                    permission?: "full_access" | "sending_access";
                    /**
                     * @description The quotas of the key; null removes all of them.
                     * @example {
                     *       "daily_emails": 10000,
                     *       "scheduled_emails": 500
                     *     }
                     */
                    quotas?: {
                        /** @description Maximum bytes of emails accepted per day (UTC); null for no limit. */
                        daily_bytes?: number | null;
                        /** @description Maximum number of emails accepted per day (UTC); null for no limit. */
                        daily_emails?: number | null;
                        /** @description Maximum number of emails scheduled at the same time; null for no limit. */
                        scheduled_emails?: number | null;
                        /** @description Maximum number of webhooks the key can have; null for no limit. */
                        webhooks?: number | null;
                    } | null;
                    /** @description Multiplies the key's share of resources that API keys share, such as memory, connections and sending order: 1 (default) to 10. Takes effect in all processes within 10 seconds. Not part of the Resend API. */
                    weight?: number;
                };
            };
        };
        responses: {
            /** @description The key is created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *       "token": "re_so_live_the-43-characters-that-only-its-owner-has"
                     *     }
                     */
                    "application/json": {
                        /** @description The id of the key, used to update or delete it. */
                        id: string;
                        /** @description The key itself. It is not stored and not shown again. */
                        token: string;
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: An API key cannot create or change a key with more rights than its own. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A required field is missing. Or: A field has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key, as returned when it was created.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "api_key",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *       "deleted": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        deleted: true;
                        /** @description The id of the key. */
                        id: string;
                        /** @enum {string} */
                        object: "api_key";
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: An API key cannot create or change a key with more rights than its own. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description API key not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    updateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the key, as returned when it was created.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description The fields to change. Omitted fields stay unchanged. */
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description IPv4 and IPv6 addresses and networks from which the key can be used. Empty or null for any.
                     * @example [
                     *       "192.0.2.0/24",
                     *       "2001:db8::7"
                     *     ]
                     */
                    allowed_networks?: string[] | null;
                    /**
                     * @description Addresses and domains allowed in `from`. A domain does not include its subdomains. Empty or null for any.
                     * @example [
                     *       "news@acme.example",
                     *       "shop.example"
                     *     ]
                     */
                    allowed_senders?: string[] | null;
                    /** @description Must equal the id in the path. Accepted because some clients repeat it in the body. */
                    api_key_id?: string;
                    /**
                     * @description When the key expires: ISO 8601, UTC if no offset is given. Null for never.
                     * @example 2027-04-03T22:13:42Z
                     */
                    expires_at?: string | null;
                    /** @description Must equal the id in the path. Accepted because some clients repeat it in the body. */
                    id?: string;
                    /** @description A name for the key: 1 to 50 characters on one line. */
                    name?: string;
                    /**
                     * @description The quotas of the key; null removes all of them.
                     * @example {
                     *       "daily_emails": 10000,
                     *       "scheduled_emails": 500
                     *     }
                     */
                    quotas?: {
                        /** @description Maximum bytes of emails accepted per day (UTC); null for no limit. */
                        daily_bytes?: number | null;
                        /** @description Maximum number of emails accepted per day (UTC); null for no limit. */
                        daily_emails?: number | null;
                        /** @description Maximum number of emails scheduled at the same time; null for no limit. */
                        scheduled_emails?: number | null;
                        /** @description Maximum number of webhooks the key can have; null for no limit. */
                        webhooks?: number | null;
                    } | null;
                    /** @description Multiplies the key's share of resources that API keys share, such as memory, connections and sending order: 1 (default) to 10. Takes effect in all processes within 10 seconds. Not part of the Resend API. */
                    weight?: number;
                };
            };
        };
        responses: {
            /** @description The key is updated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "api_key",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"
                     *     }
                     */
                    "application/json": {
                        /** @description The id of the key. */
                        id: string;
                        /** @enum {string} */
                        object: "api_key";
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: An API key cannot create or change a key with more rights than its own. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description API key not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A required field is missing. Or: A field has a value that is not allowed. Or: A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    downloadAttachment: {
        parameters: {
            query: {
                /**
                 * @description The id of the email.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                email: string;
                /**
                 * @description When the link expires, in seconds since 1970.
                 * @example 1775258022
                 */
                expires: number;
                /**
                 * @description The HMAC-SHA256 signature of the link, in base64url.
                 * @example dGhlIHNpZ25hdHVyZSBvZiB0aGUgbGluayBpcyBoZXJl
                 */
                signature: string;
            };
            header?: never;
            path: {
                /**
                 * @description The id of the attachment.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content of the file, in its media type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description This link is not valid or has expired. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Attachment not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. Or: Too many large requests at once. Retry after the number of seconds in the `retry-after` header. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listAudiences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": []
                     *     }
                     */
                    "application/json": {
                        /** @description Always empty. */
                        data: unknown[];
                        /**
                         * @description Always false.
                         * @enum {boolean}
                         */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listAutomations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": []
                     *     }
                     */
                    "application/json": {
                        /** @description Always empty. */
                        data: unknown[];
                        /**
                         * @description Always false.
                         * @enum {boolean}
                         */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listBroadcasts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": []
                     *     }
                     */
                    "application/json": {
                        /** @description Always empty. */
                        data: unknown[];
                        /**
                         * @description Always false.
                         * @enum {boolean}
                         */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listContactProperties: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": []
                     *     }
                     */
                    "application/json": {
                        /** @description Always empty. */
                        data: unknown[];
                        /**
                         * @description Always false.
                         * @enum {boolean}
                         */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listContacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": []
                     *     }
                     */
                    "application/json": {
                        /** @description Always empty. */
                        data: unknown[];
                        /**
                         * @description Always false.
                         * @enum {boolean}
                         */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listContactImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": []
                     *     }
                     */
                    "application/json": {
                        /** @description Always empty. */
                        data: unknown[];
                        /**
                         * @description Always false.
                         * @enum {boolean}
                         */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    dashboardHeaders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the email.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The additional header fields, as submitted. */
                        headers: {
                            name: string;
                            value: string;
                        }[];
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    dashboardPreview: {
        parameters: {
            query?: {
                /** @description Loads remote content, which the preview blocks by default. */
                remote?: "show";
            };
            header?: never;
            path: {
                /**
                 * @description The id of the email.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    dashboardSource: {
        parameters: {
            query?: {
                /** @description Return only this many bytes from the start. */
                octets?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The id of the email.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    dashboardLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    dashboardNow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description When this state was read, in ISO 8601. */
                        at: string;
                        /** @description The emails accepted in the last 60 seconds; 10001 means more than 10000. */
                        last_minute: {
                            /** @description The number of emails accepted. */
                            accepted: number;
                            /** @description The start of the minute, in ISO 8601; it ends at `at`. */
                            from: string;
                            /** @description The number of these emails that are sent by now. */
                            sent: number;
                        };
                        /** @description The id of the newest email. */
                        newest_id: string | null;
                        /** @description The email that is overdue longest; null if none is. */
                        overdue: {
                            /** @description The id of the email. */
                            email_id: string;
                            /** @description When its next attempt was due, in ISO 8601. */
                            since: string;
                        } | null;
                        /** @description The relays that the latest attempts of the last hour used or tried. Other relays are not listed. */
                        relays: {
                            /** @description Attempts that used it, tried it, or skipped it because of earlier failures. */
                            attempts: number;
                            /** @description Attempts in which it deferred the email. */
                            deferred: number;
                            /** @description Attempts in which it was unusable, was skipped because of earlier failures, or gave no final reply. */
                            failed: number;
                            /** @description Its last reply, whatever the result for the email. */
                            last_answer: {
                                /** @description When it happened, in ISO 8601. */
                                at: string;
                                /** @description The email that was attempted. */
                                email_id: string;
                            } | null;
                            /** @description Its last failure, with the reason. */
                            last_failure: {
                                /** @description When it happened, in ISO 8601. */
                                at: string;
                                /** @description The email that was attempted. */
                                email_id: string;
                                /** @description A human-readable explanation. */
                                message: string;
                                /** @description A reason code. */
                                reason: string;
                            } | null;
                            /** @description The median duration of the attempts it replied to, in milliseconds. */
                            median_ms: number | null;
                            /** @description Whether all of the newest three attempts failed. */
                            newest_failed: boolean;
                            /** @description The relay as `smtp://host:port`. */
                            relay: string;
                        }[];
                        /** @description Unfinished emails by status; 10001 means more than 10000. */
                        unfinished: {
                            /** @description Emails waiting for a retry. */
                            deferred: number;
                            /** @description Emails waiting to be resolved manually. */
                            in_doubt: number;
                            /** @description Emails waiting for a worker. */
                            queued: number;
                            /** @description Emails scheduled for later. */
                            scheduled: number;
                            /** @description Emails with an attempt in progress. */
                            sending: number;
                        };
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    dashboardOverview: {
        parameters: {
            query: {
                /** @description The time range. */
                range: "hour" | "day" | "week";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The emails accepted in the range, by current status, as `GET /emails` lists them by status, mode and time; 100001 means more than 100000. */
                        emails: {
                            /** @description All emails accepted in the range. */
                            accepted: number;
                            /** @description Emails that bounced. */
                            bounced: number;
                            /** @description Emails waiting for a retry. */
                            deferred: number;
                            /** @description Emails that failed. */
                            failed: number;
                            /** @description The start of the range, in ISO 8601. */
                            from: string;
                            /** @description Emails that are sent by now. */
                            sent: number;
                            /** @description Emails simulated in the sandbox. They are counted only here and in `accepted`. */
                            simulated: number;
                            /** @description Emails whose recipients are all suppressed. */
                            suppressed: number;
                            /** @description The end of the range, in ISO 8601. */
                            until: string;
                        };
                        /** @description Every step of the range, oldest first, with its events. */
                        points: {
                            /** @description The number of emails accepted. */
                            accepted: number;
                            /** @description The start of the step, in ISO 8601. */
                            at: string;
                            /** @description The number of emails bounced. */
                            bounced: number;
                            /** @description The number of deferrals; an email that is deferred twice counts twice. */
                            deferred: number;
                            /** @description The number of emails that failed or were suppressed. */
                            failed: number;
                            /** @description The number of emails sent. */
                            sent: number;
                        }[];
                        /** @description The length of a step in seconds. */
                        step_seconds: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    dashboardQueue: {
        parameters: {
            query: {
                /** @description Only jobs in this state. */
                state: "waiting" | "active" | "delayed" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The number of jobs by state; each job contains up to eight emails. */
                        counts: {
                            /** @description Jobs in progress. */
                            active: number;
                            /** @description Jobs to process within a minute. */
                            delayed: number;
                            /** @description Jobs that ended with an error. Sendoff does not keep them. */
                            failed: number;
                            /** @description Jobs to process now. */
                            waiting: number;
                        };
                        /**
                         * @description The queue backend.
                         * @enum {string}
                         */
                        engine: "redis" | "postgres";
                        /** @description The first 100 emails in jobs of the requested state. */
                        jobs: {
                            /** @description When the job is due, in ISO 8601; null for now. */
                            due_at: string | null;
                            /** @description The email to process. */
                            email_id: string;
                            /** @description Why the job failed. */
                            failure: string | null;
                            /** @description The generation of the email when the job was created. A worker skips a job that is older than its email. */
                            generation: number;
                            /** @description When the job was created, in ISO 8601. */
                            made_at: string;
                        }[];
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This operation is not available to test keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": []
                     *     }
                     */
                    "application/json": {
                        /** @description Always empty. */
                        data: unknown[];
                        /**
                         * @description Always false.
                         * @enum {boolean}
                         */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listEmails: {
        parameters: {
            query?: {
                /**
                 * @description Return the page after this id: pass the last id of the current page.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                after?: string;
                /**
                 * @description Return the page before this id: pass the first id of the current page.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                before?: string;
                /**
                 * @description Only emails accepted at or after this time. ISO 8601, UTC if no offset is given. Encode `+` as `%2B`.
                 * @example 2026-04-03T22:13:42Z
                 */
                created_after?: string;
                /**
                 * @description Only emails accepted before this time. ISO 8601, UTC if no offset is given. Encode `+` as `%2B`.
                 * @example 2026-04-03T22:13:42Z
                 */
                created_before?: string;
                /**
                 * @description Only emails from exactly this address, whatever the display name. Only one of `to`, `from`, `tag` and `subject` can be used at a time.
                 * @example hello@acme.example
                 */
                from?: string;
                /** @description Maximum number of emails to return. */
                limit?: number;
                /**
                 * @description `test`: emails that are simulated in the sandbox and never delivered. `live`: all others.
                 * @example live
                 */
                mode?: "live" | "test";
                /**
                 * @description Only emails with this status.
                 * @example deferred
                 */
                status?: "scheduled" | "queued" | "sending" | "deferred" | "in_doubt" | "sent" | "bounced" | "failed" | "suppressed" | "canceled";
                /**
                 * @description Only emails whose subject begins with this text (case-sensitive). Only one of `to`, `from`, `tag` and `subject` can be used at a time.
                 * @example Your invoice
                 */
                subject?: string;
                /**
                 * @description Only emails with exactly this tag, as `name:value`. Only one of `to`, `from`, `tag` and `subject` can be used at a time.
                 * @example category:welcome
                 */
                tag?: string;
                /**
                 * @description Only emails to exactly this address, as `to`, `cc` or `bcc`. Only one of `to`, `from`, `tag` and `subject` can be used at a time.
                 * @example ada@example.com
                 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of emails. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": [
                     *         {
                     *           "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *           "message_id": "<019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b@acme.example>",
                     *           "from": "Acme <hello@acme.example>",
                     *           "to": [
                     *             "ada@example.com"
                     *           ],
                     *           "cc": [],
                     *           "bcc": [],
                     *           "reply_to": [],
                     *           "subject": "Hello",
                     *           "created_at": "2026-04-03 22:13:42.674000+00",
                     *           "scheduled_at": null,
                     *           "last_event": "delivery_delayed",
                     *           "status": "deferred",
                     *           "attempts": 1,
                     *           "mode": "live",
                     *           "waiting": {
                     *             "reason": "greylisted: 451 4.7.1 Try again in five minutes",
                     *             "next_attempt_at": "2026-04-03 22:14:44.102000+00"
                     *           },
                     *           "failure": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The emails, newest first, without `html`, `text`, `tags` and `recipients`. */
                        data: {
                            /** @description The number of delivery attempts started. */
                            attempts: number;
                            /** @description The BCC recipients. */
                            bcc: string[];
                            /** @description The CC recipients. */
                            cc: string[];
                            /** @description When the email was accepted, for example `2026-04-03 22:13:42.674000+00`. */
                            created_at: string;
                            /** @description Why the email did not reach some or all of its recipients; null if no failure is known. */
                            failure: {
                                /** @description A human-readable explanation, for example `gave up after 3 attempts; last reply 451 4.7.1 Try again later`. */
                                reason: string;
                            } | null;
                            /** @description The sender, as submitted. */
                            from: string;
                            /** @description A UUIDv7: ids sort by the time at which emails were accepted. */
                            id: string;
                            /**
                             * @description The latest event, as the Resend API names it.
                             * @enum {string}
                             */
                            last_event: "queued" | "scheduled" | "sent" | "delivered" | "delivery_delayed" | "bounced" | "complained" | "failed" | "suppressed" | "canceled";
                            /** @description The `Message-ID` header, identical in every delivery attempt. */
                            message_id: string;
                            /**
                             * @description `test`: simulated in the sandbox and never delivered, whatever `status` and `last_event` say. Applies to email sent with a test key and to email whose only recipients are test addresses such as `delivered@resend.dev`.
                             * @enum {string}
                             */
                            mode: "live" | "test";
                            /** @description The addresses that replies go to. */
                            reply_to: string[];
                            /** @description When the email is scheduled to be sent; null if it is sent immediately. */
                            scheduled_at: string | null;
                            /**
                             * @description The current status. More precise than `last_event`. Not part of the Resend API.
                             * @enum {string}
                             */
                            status: "scheduled" | "queued" | "sending" | "deferred" | "in_doubt" | "sent" | "bounced" | "failed" | "suppressed" | "canceled";
                            /** @description The subject. */
                            subject: string;
                            /** @description The recipients, as submitted. */
                            to: string[];
                            /** @description Why the email is waiting and when it is attempted next; null if it is not waiting. */
                            waiting: {
                                /** @description When the next attempt is due; null while the email waits to be resolved manually. */
                                next_attempt_at: string | null;
                                /** @description `queued`, `scheduled`, or the result of the last attempt, for example `greylisted: 451 4.7.1 ...`. */
                                reason: string;
                            } | null;
                        }[];
                        /** @description Whether more items follow in the direction of paging. */
                        has_more: boolean;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    submitEmail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of 1 to 256 characters that you choose, remembered for 24 hours per API key. Repeating the same request returns the first response and sends nothing; a different request with the same key is rejected.
                 * @example order-4711/confirmation
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The email to send. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "Acme <hello@acme.example>",
                 *       "to": [
                 *         "delivered@example.com"
                 *       ],
                 *       "subject": "Hello",
                 *       "html": "<p>It works.</p>",
                 *       "tags": [
                 *         {
                 *           "name": "category",
                 *           "value": "welcome"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The attachments: up to 40 MB in total, counted as base64. */
                    attachments?: {
                        /** @description The content of the file: base64 (RFC 4648; also URL-safe, without padding, or with white space), a `data:` URL, an array of integers, or `{"type":"Buffer","data":[...]}`. A text that begins with `BEGIN:VCALENDAR` is used as it is. Each attachment needs either `content` or `path`. */
                        content?: string | unknown[] | Record<string, never>;
                        /** @description Makes the file inline: the HTML body refers to it as `cid:` followed by this id. Fewer than 128 characters. */
                        content_id?: string;
                        /** @description The media type, for example `application/pdf`. Derived from the file name when absent. Message and multipart types are sent as `application/octet-stream`, so that the files arrive unchanged. */
                        content_type?: string;
                        /** @description The name of the file as shown to recipients. Defaults to the name in the URL of `path`, or to a name such as `attachment-1.pdf` from the position and type of the file. */
                        filename?: string;
                        /** @description An http or https URL of up to 2,048 characters, fetched after the email is accepted. If the download fails permanently, the email fails. A `data:` URL is treated as `content`. */
                        path?: string;
                    }[];
                    /** @description BCC recipients, hidden from the other recipients. */
                    bcc?: string | string[];
                    /** @description CC recipients, visible to the other recipients. */
                    cc?: string | string[];
                    /** @description The sender: `name@example.com` or `Name <name@example.com>`, where the name is everything before the last `<`. Optional if `MAIL_DEFAULT_FROM` is set. */
                    from?: string;
                    /** @description Additional header fields by name, up to 64 KB in total. ASCII values are sent unchanged; other characters are encoded if the field allows it and rejected otherwise. An array of strings creates one field for each; `[{"name","value"}]` is also accepted. `Date` sets the date of the message, `Message-ID` its id, and `Reply-To` is used if `reply_to` is absent. Empty values are ignored, and so are fields that are written when the message is composed or in transit, such as `MIME-Version`, `Content-Type` and `Return-Path`. */
                    headers?: {
                        [key: string]: string | number | boolean | null | (string | number | boolean | null)[];
                    } | {
                        /** @description The name of the header field. */
                        name: string;
                        /** @description A value, or an array with one value for each field of this name. */
                        value: string | number | boolean | null | (string | number | boolean | null)[];
                    }[];
                    /** @description The HTML body. At least one of `html` and `text` is required; together they can have up to 10 MB in UTF-8. */
                    html?: string;
                    /** @description The addresses that replies go to. */
                    reply_to?: string | string[];
                    /** @description When to send the email, at most 30 days ahead: ISO 8601, for example `2026-04-03T22:13:42Z`, or English, for example `in 1 min` or `tomorrow at 9am`. UTC unless a time zone is given; `monday` means noon, `2026-04-03` midnight. A time at most 5 seconds in the past means now; earlier times are rejected. */
                    scheduled_at?: string;
                    /** @description The subject: one line of up to 2,000 bytes in UTF-8. */
                    subject: string;
                    /** @description Tags to label the email with; `{"name":"value"}` is also accepted. */
                    tags?: ({
                        /** @description Up to 256 ASCII letters, digits, `_` and `-`. */
                        name?: string;
                        /** @description Up to 256 ASCII letters, digits, `_` and `-`. A tag with an empty value is ignored. */
                        value?: string | number | boolean | null;
                    } & {
                        [key: string]: string | number | boolean | null;
                    })[] | {
                        [key: string]: string | number | boolean | null;
                    };
                    /** @description The plain text body. Generated from `html` when absent, or omitted if that takes too long. Pass an empty string to send no text part. */
                    text?: string;
                    /** @description A recipient address, or an array of up to 50. */
                    to: string | string[];
                };
            };
        };
        responses: {
            /** @description The email is accepted and stored. It will be delivered even if any process stops from here on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"
                     *     }
                     */
                    "application/json": {
                        /** @description The id of the email. */
                        id: string;
                    };
                };
            };
            /** @description The request body is not valid JSON. Or: The `Idempotency-Key` header must have 1 to 256 characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: This API key may not send as this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This idempotency key was used for another request within the last 24 hours. Nothing was stored. Or: A request with this idempotency key is still in progress. Nothing was stored. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A required field is missing. Or: A field has a value that is not allowed. Or: Invalid `from` field. Or: An attachment is not valid. Or: A header field contains instructions for a relay, which is not allowed here. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. Or: This API key has reached its daily quota. Or: This API key has too many scheduled emails. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    getEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the email, as returned when it was sent.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The email. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "email",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *       "message_id": "<019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b@acme.example>",
                     *       "from": "Acme <hello@acme.example>",
                     *       "to": [
                     *         "ada@example.com"
                     *       ],
                     *       "cc": [],
                     *       "bcc": [],
                     *       "reply_to": [],
                     *       "subject": "Hello",
                     *       "html": "<p>It works.</p>",
                     *       "text": "It works.",
                     *       "created_at": "2026-04-03 22:13:42.674000+00",
                     *       "scheduled_at": null,
                     *       "last_event": "delivery_delayed",
                     *       "tags": [
                     *         {
                     *           "name": "category",
                     *           "value": "welcome"
                     *         }
                     *       ],
                     *       "status": "deferred",
                     *       "attempts": 1,
                     *       "mode": "live",
                     *       "waiting": {
                     *         "reason": "greylisted: 451 4.7.1 Try again in five minutes",
                     *         "next_attempt_at": "2026-04-03 22:14:44.102000+00"
                     *       },
                     *       "failure": null,
                     *       "content_expired": false,
                     *       "recipients": [
                     *         {
                     *           "address": "ada@example.com",
                     *           "kind": "to",
                     *           "state": "deferred",
                     *           "simulated": false,
                     *           "reply": {
                     *             "code": 451,
                     *             "enhanced_code": "4.7.1",
                     *             "text": "Try again in five minutes"
                     *           },
                     *           "feedback": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The number of delivery attempts started. */
                        attempts: number;
                        /** @description The BCC recipients. */
                        bcc: string[];
                        /** @description The CC recipients. */
                        cc: string[];
                        /** @description Whether the HTML and text bodies and the attachments were removed, which happens some time after the email reached a final status. */
                        content_expired: boolean;
                        /** @description When the email was accepted, for example `2026-04-03 22:13:42.674000+00`. */
                        created_at: string;
                        /** @description Why the email did not reach some or all of its recipients; null if no failure is known. */
                        failure: {
                            /** @description A human-readable explanation, for example `gave up after 3 attempts; last reply 451 4.7.1 Try again later`. */
                            reason: string;
                        } | null;
                        /** @description The sender, as submitted. */
                        from: string;
                        /** @description The HTML body; null if there is none or the content has expired. */
                        html: string | null;
                        /** @description A UUIDv7: ids sort by the time at which emails were accepted. */
                        id: string;
                        /**
                         * @description The latest event, as the Resend API names it.
                         * @enum {string}
                         */
                        last_event: "queued" | "scheduled" | "sent" | "delivered" | "delivery_delayed" | "bounced" | "complained" | "failed" | "suppressed" | "canceled";
                        /** @description The `Message-ID` header, identical in every delivery attempt. */
                        message_id: string;
                        /**
                         * @description `test`: simulated in the sandbox and never delivered, whatever `status` and `last_event` say. Applies to email sent with a test key and to email whose only recipients are test addresses such as `delivered@resend.dev`.
                         * @enum {string}
                         */
                        mode: "live" | "test";
                        /** @enum {string} */
                        object: "email";
                        /** @description The recipients, each address once. */
                        recipients: {
                            /** @description The address, in lower case. */
                            address: string;
                            /** @description A report that arrived after the relay accepted the email; null if there is none. */
                            feedback: {
                                /** @description When the report arrived. */
                                created_at: string;
                                /** @description The enhanced status code (RFC 3463) of the report. */
                                enhanced_code: string | null;
                                /** @description The text of the report. */
                                text: string | null;
                                /**
                                 * @description The type of the report, as in the events of the email.
                                 * @enum {string}
                                 */
                                type: "delivery_delayed" | "delivered" | "bounced" | "complained";
                            } | null;
                            /**
                             * @description The field in which the address was submitted.
                             * @enum {string}
                             */
                            kind: "to" | "cc" | "bcc";
                            /** @description The reply of the SMTP server; null if there is none. */
                            reply: {
                                /** @description The reply code (RFC 5321). */
                                code: number;
                                /** @description The enhanced status code (RFC 3463), for example `5.1.1`. */
                                enhanced_code: string | null;
                                /** @description The text of the reply. */
                                text: string;
                            } | null;
                            /** @description Whether delivery to this recipient is simulated in the sandbox: nothing is delivered. */
                            simulated: boolean;
                            /**
                             * @description The recipient's state.
                             * @enum {string}
                             */
                            state: "pending" | "deferred" | "sent" | "bounced" | "failed" | "suppressed" | "canceled";
                        }[];
                        /** @description The addresses that replies go to. */
                        reply_to: string[];
                        /** @description When the email is scheduled to be sent; null if it is sent immediately. */
                        scheduled_at: string | null;
                        /**
                         * @description The current status. More precise than `last_event`. Not part of the Resend API.
                         * @enum {string}
                         */
                        status: "scheduled" | "queued" | "sending" | "deferred" | "in_doubt" | "sent" | "bounced" | "failed" | "suppressed" | "canceled";
                        /** @description The subject. */
                        subject: string;
                        /** @description The tags, as submitted. */
                        tags: {
                            /** @description The name of the tag. */
                            name: string;
                            /** @description The value of the tag. */
                            value: string;
                        }[];
                        /** @description The plain text body; null if there is none or the content has expired. */
                        text: string | null;
                        /** @description The recipients, as submitted. */
                        to: string[];
                        /** @description Why the email is waiting and when it is attempted next; null if it is not waiting. */
                        waiting: {
                            /** @description When the next attempt is due; null while the email waits to be resolved manually. */
                            next_attempt_at: string | null;
                            /** @description `queued`, `scheduled`, or the result of the last attempt, for example `greylisted: 451 4.7.1 ...`. */
                            reason: string;
                        } | null;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Email not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    rescheduleEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the email, as returned when it was sent.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description The new time. Nothing else can be changed. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scheduled_at": "tomorrow at 9am"
                 *     }
                 */
                "application/json": {
                    /** @description Must equal the id in the path. Accepted because some clients repeat it in the body. */
                    email_id?: string;
                    /** @description Must equal the id in the path. Accepted because some clients repeat it in the body. */
                    id?: string;
                    /** @description When to send the email, at most 30 days ahead: ISO 8601, for example `2026-04-03T22:13:42Z`, or English, for example `in 1 min` or `tomorrow at 9am`. UTC unless a time zone is given; `monday` means noon, `2026-04-03` midnight. A time at most 5 seconds in the past means now; earlier times are rejected. */
                    scheduled_at: string;
                };
            };
        };
        responses: {
            /** @description The email is rescheduled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "email",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"
                     *     }
                     */
                    "application/json": {
                        /** @description The id of the email. */
                        id: string;
                        /** @enum {string} */
                        object: "email";
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Email not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A required field is missing. Or: A field has a value that is not allowed. Or: A parameter of the path or the query has a value that is not allowed. Or: The status of the email does not allow this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listAttachments: {
        parameters: {
            query?: {
                /**
                 * @description Return the page after this id: pass the last id of the current page.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                after?: string;
                /**
                 * @description Return the page before this id: pass the first id of the current page.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                before?: string;
                /** @description Maximum number of attachments to return. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The id of the email.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of attachments. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": [
                     *         {
                     *           "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *           "filename": "invoice.pdf",
                     *           "size": 48213,
                     *           "content_type": "application/pdf",
                     *           "content_disposition": "attachment",
                     *           "download_url": "https://mail.example.com/attachments/019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b/download?email=019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b&expires=1775258022&signature=…",
                     *           "expires_at": "2026-04-03T23:13:42.000Z",
                     *           "available": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The attachments, in the order of the email. */
                        data: {
                            /** @description Whether the file can be downloaded. False until a file given by `path` has been fetched, and after the content has expired. Not part of the Resend API. */
                            available: boolean;
                            /**
                             * @description `inline` for a file with a `content_id`, which the HTML body refers to.
                             * @enum {string}
                             */
                            content_disposition: "inline" | "attachment";
                            /** @description The id that the HTML body refers to as `cid:…`. Omitted if there is none. */
                            content_id?: string;
                            /** @description The media type of the attachment in the message. Derived from the file name if the email gave none. */
                            content_type: string;
                            /** @description A URL to download the file without an API key, valid until `expires_at`. Returns 404 while `available` is false. */
                            download_url: string;
                            /** @description When `download_url` expires: one hour from now, in ISO 8601, for example `2026-04-03T23:13:42.000Z`. */
                            expires_at: string;
                            /** @description The file name. */
                            filename: string;
                            /** @description The id of the attachment. */
                            id: string;
                            /** @description The size in bytes; 0 until a file given by `path` has been fetched. */
                            size: number;
                        }[];
                        /** @description Whether more items follow in the direction of paging. */
                        has_more: boolean;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Email not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    getAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the attachment.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                attachment_id: string;
                /**
                 * @description The id of the email.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attachment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "attachment",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *       "filename": "invoice.pdf",
                     *       "size": 48213,
                     *       "content_type": "application/pdf",
                     *       "content_disposition": "attachment",
                     *       "download_url": "https://mail.example.com/attachments/019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b/download?email=019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b&expires=1775258022&signature=…",
                     *       "expires_at": "2026-04-03T23:13:42.000Z",
                     *       "available": true
                     *     }
                     */
                    "application/json": {
                        /** @description Whether the file can be downloaded. False until a file given by `path` has been fetched, and after the content has expired. Not part of the Resend API. */
                        available: boolean;
                        /**
                         * @description `inline` for a file with a `content_id`, which the HTML body refers to.
                         * @enum {string}
                         */
                        content_disposition: "inline" | "attachment";
                        /** @description The id that the HTML body refers to as `cid:…`. Omitted if there is none. */
                        content_id?: string;
                        /** @description The media type of the attachment in the message. Derived from the file name if the email gave none. */
                        content_type: string;
                        /** @description A URL to download the file without an API key, valid until `expires_at`. Returns 404 while `available` is false. */
                        download_url: string;
                        /** @description When `download_url` expires: one hour from now, in ISO 8601, for example `2026-04-03T23:13:42.000Z`. */
                        expires_at: string;
                        /** @description The file name. */
                        filename: string;
                        /** @description The id of the attachment. */
                        id: string;
                        /** @enum {string} */
                        object: "attachment";
                        /** @description The size in bytes; 0 until a file given by `path` has been fetched. */
                        size: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Email not found Or: Attachment not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listAttempts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the email, as returned when it was sent.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attempts, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": [
                     *         {
                     *           "number": 1,
                     *           "started_at": "2026-04-03 22:13:42.701000+00",
                     *           "finished_at": "2026-04-03 22:13:42.923000+00",
                     *           "outcome": "deferred",
                     *           "reason": "greylisted",
                     *           "relay": "smtp://relay.example.com:587",
                     *           "skipped_relays": [
                     *             {
                     *               "relay": "smtp://first.example.com:587",
                     *               "attempted": true,
                     *               "reason": "connection_refused",
                     *               "message": "connect ECONNREFUSED 192.0.2.9:587"
                     *             }
                     *           ],
                     *           "remote_address": "192.0.2.25",
                     *           "provider_message_id": null,
                     *           "tls_version": "TLSv1.3",
                     *           "worker": "worker-1.4711",
                     *           "reply": null,
                     *           "message": null,
                     *           "recipients": [
                     *             {
                     *               "address": "ada@example.com",
                     *               "verdict": "deferred",
                     *               "reason": "greylisted",
                     *               "reply": {
                     *                 "code": 451,
                     *                 "enhanced_code": "4.7.1",
                     *                 "text": "4.7.1 Try again in five minutes"
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The attempts, oldest first. */
                        data: {
                            /** @description When the outcome was recorded; null while the attempt is in progress. */
                            finished_at: string | null;
                            /** @description A human-readable explanation of a failure without a server reply, for example `connect ECONNREFUSED 192.0.2.9:587`. */
                            message: string | null;
                            /** @description The sequence number, from 1. */
                            number: number;
                            /**
                             * @description Null while the attempt is in progress. `partial`: some recipients were accepted, others rejected. `relay_error`: no relay was usable; no recipient was rejected. `in_doubt`: the message may have been sent, but no reply was recorded.
                             * @enum {string|null}
                             */
                            outcome: "sent" | "partial" | "deferred" | "bounced" | "failed" | "suppressed" | "relay_error" | "in_doubt" | null;
                            /** @description The id that the provider gave the message; null if its reply contains none. */
                            provider_message_id: string | null;
                            /** @description A reason code, for example `greylisted`. */
                            reason: string | null;
                            /** @description The recipients of this attempt for which a result is known. */
                            recipients: {
                                /** @description The address, in lower case. */
                                address: string;
                                /** @description A reason code, for example `unknown_user`. */
                                reason: string;
                                /** @description The reply of the SMTP server; null if there is none. */
                                reply: {
                                    /** @description The reply code (RFC 5321). */
                                    code: number;
                                    /** @description The enhanced status code (RFC 3463), for example `5.1.1`. */
                                    enhanced_code: string | null;
                                    /** @description The text of the reply. */
                                    text: string;
                                } | null;
                                /**
                                 * @description The result of this attempt for the recipient.
                                 * @enum {string}
                                 */
                                verdict: "sent" | "deferred" | "bounced" | "suppressed";
                            }[];
                            /** @description The relay as `smtp://host:port`. */
                            relay: string | null;
                            /** @description The IP address that the attempt connected to. */
                            remote_address: string | null;
                            /** @description The reply of the SMTP server; null if there is none. */
                            reply: {
                                /** @description The reply code (RFC 5321). */
                                code: number;
                                /** @description The enhanced status code (RFC 3463), for example `5.1.1`. */
                                enhanced_code: string | null;
                                /** @description The text of the reply. */
                                text: string;
                            } | null;
                            /** @description The preferred relays that were not used, in the order of `MAIL_URL`, with the reasons. */
                            skipped_relays: {
                                /** @description Whether this attempt connected to the relay. False if the relay was already known to be unavailable. */
                                attempted: boolean;
                                /** @description A human-readable explanation. */
                                message: string;
                                /** @description A reason code, for example `connection_refused` or `at_rate_limit`. */
                                reason: string;
                                /** @description The relay as `smtp://host:port`. */
                                relay: string;
                            }[];
                            /** @description When the attempt started; recorded before any network activity. */
                            started_at: string;
                            /** @description For example `TLSv1.3`; null if the connection was not encrypted or there was none. */
                            tls_version: string | null;
                            /** @description The worker that made the attempt. */
                            worker: string;
                        }[];
                        /** @enum {boolean} */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Email not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    cancelEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the email, as returned when it was sent.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The email is canceled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "email",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"
                     *     }
                     */
                    "application/json": {
                        /** @description The id of the email. */
                        id: string;
                        /** @enum {string} */
                        object: "email";
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Email not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. Or: The status of the email does not allow this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the email, as returned when it was sent.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": [
                     *         {
                     *           "number": 1,
                     *           "type": "queued",
                     *           "created_at": "2026-04-03 22:13:42.674000+00",
                     *           "attempt": null,
                     *           "reason": null,
                     *           "reply": null,
                     *           "recipient": null,
                     *           "cause": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The events, oldest first. */
                        data: {
                            /** @description The number of the delivery attempt that caused the event; null if none did. */
                            attempt: number | null;
                            /** @description `retry` or `resolved` if a person caused the event. */
                            cause: string | null;
                            /** @description When the event happened. */
                            created_at: string;
                            /** @description The sequence number, from 1. */
                            number: number;
                            /** @description A reason code, for example `unknown_user`. */
                            reason: string | null;
                            /** @description The recipient, if the event concerns only one. */
                            recipient: string | null;
                            /** @description The reply of the SMTP server; null if there is none. */
                            reply: {
                                /** @description The reply code (RFC 5321). */
                                code: number;
                                /** @description The enhanced status code (RFC 3463), for example `5.1.1`. */
                                enhanced_code: string | null;
                                /** @description The text of the reply. */
                                text: string;
                            } | null;
                            /**
                             * @description The type of the event.
                             * @enum {string}
                             */
                            type: "queued" | "scheduled" | "sent" | "delivered" | "delivery_delayed" | "bounced" | "complained" | "failed" | "suppressed" | "canceled";
                        }[];
                        /** @enum {boolean} */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Email not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    resolveEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the email, as returned when it was sent.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description The outcome of the email. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "sent"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description `sent`: the relay accepted it. `retry`: it was not sent and is queued again. `failed`: it was not sent and is given up.
                     * @enum {string}
                     */
                    outcome: "sent" | "retry" | "failed";
                };
            };
        };
        responses: {
            /** @description The email is resolved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "email",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"
                     *     }
                     */
                    "application/json": {
                        /** @description The id of the email. */
                        id: string;
                        /** @enum {string} */
                        object: "email";
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Email not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A required field is missing. Or: A field has a value that is not allowed. Or: A parameter of the path or the query has a value that is not allowed. Or: The status of the email does not allow this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    retryEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the email, as returned when it was sent.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The email is queued. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "email",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"
                     *     }
                     */
                    "application/json": {
                        /** @description The id of the email. */
                        id: string;
                        /** @enum {string} */
                        object: "email";
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Email not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. Or: The status of the email does not allow this. Or: The content of this email has been removed, so it cannot be sent again. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    waitForEmail: {
        parameters: {
            query?: {
                /** @description The maximum time to wait, in seconds. */
                timeout?: number;
                /**
                 * @description The `status` or `last_event` to wait for. Any final status also ends the wait: `sent`, `bounced`, `failed`, `suppressed` or `canceled`.
                 * @example sent
                 */
                until?: "scheduled" | "queued" | "sending" | "deferred" | "in_doubt" | "sent" | "bounced" | "failed" | "suppressed" | "canceled" | "delivered" | "delivery_delayed" | "complained";
            };
            header?: never;
            path: {
                /**
                 * @description The id of the email, as returned when it was sent.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The email. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "email",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *       "message_id": "<019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b@acme.example>",
                     *       "from": "Acme <hello@acme.example>",
                     *       "to": [
                     *         "ada@example.com"
                     *       ],
                     *       "cc": [],
                     *       "bcc": [],
                     *       "reply_to": [],
                     *       "subject": "Hello",
                     *       "html": "<p>It works.</p>",
                     *       "text": "It works.",
                     *       "created_at": "2026-04-03 22:13:42.674000+00",
                     *       "scheduled_at": null,
                     *       "last_event": "delivery_delayed",
                     *       "tags": [
                     *         {
                     *           "name": "category",
                     *           "value": "welcome"
                     *         }
                     *       ],
                     *       "status": "deferred",
                     *       "attempts": 1,
                     *       "mode": "live",
                     *       "waiting": {
                     *         "reason": "greylisted: 451 4.7.1 Try again in five minutes",
                     *         "next_attempt_at": "2026-04-03 22:14:44.102000+00"
                     *       },
                     *       "failure": null,
                     *       "content_expired": false,
                     *       "recipients": [
                     *         {
                     *           "address": "ada@example.com",
                     *           "kind": "to",
                     *           "state": "deferred",
                     *           "simulated": false,
                     *           "reply": {
                     *             "code": 451,
                     *             "enhanced_code": "4.7.1",
                     *             "text": "Try again in five minutes"
                     *           },
                     *           "feedback": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The number of delivery attempts started. */
                        attempts: number;
                        /** @description The BCC recipients. */
                        bcc: string[];
                        /** @description The CC recipients. */
                        cc: string[];
                        /** @description Whether the HTML and text bodies and the attachments were removed, which happens some time after the email reached a final status. */
                        content_expired: boolean;
                        /** @description When the email was accepted, for example `2026-04-03 22:13:42.674000+00`. */
                        created_at: string;
                        /** @description Why the email did not reach some or all of its recipients; null if no failure is known. */
                        failure: {
                            /** @description A human-readable explanation, for example `gave up after 3 attempts; last reply 451 4.7.1 Try again later`. */
                            reason: string;
                        } | null;
                        /** @description The sender, as submitted. */
                        from: string;
                        /** @description The HTML body; null if there is none or the content has expired. */
                        html: string | null;
                        /** @description A UUIDv7: ids sort by the time at which emails were accepted. */
                        id: string;
                        /**
                         * @description The latest event, as the Resend API names it.
                         * @enum {string}
                         */
                        last_event: "queued" | "scheduled" | "sent" | "delivered" | "delivery_delayed" | "bounced" | "complained" | "failed" | "suppressed" | "canceled";
                        /** @description The `Message-ID` header, identical in every delivery attempt. */
                        message_id: string;
                        /**
                         * @description `test`: simulated in the sandbox and never delivered, whatever `status` and `last_event` say. Applies to email sent with a test key and to email whose only recipients are test addresses such as `delivered@resend.dev`.
                         * @enum {string}
                         */
                        mode: "live" | "test";
                        /** @enum {string} */
                        object: "email";
                        /** @description The recipients, each address once. */
                        recipients: {
                            /** @description The address, in lower case. */
                            address: string;
                            /** @description A report that arrived after the relay accepted the email; null if there is none. */
                            feedback: {
                                /** @description When the report arrived. */
                                created_at: string;
                                /** @description The enhanced status code (RFC 3463) of the report. */
                                enhanced_code: string | null;
                                /** @description The text of the report. */
                                text: string | null;
                                /**
                                 * @description The type of the report, as in the events of the email.
                                 * @enum {string}
                                 */
                                type: "delivery_delayed" | "delivered" | "bounced" | "complained";
                            } | null;
                            /**
                             * @description The field in which the address was submitted.
                             * @enum {string}
                             */
                            kind: "to" | "cc" | "bcc";
                            /** @description The reply of the SMTP server; null if there is none. */
                            reply: {
                                /** @description The reply code (RFC 5321). */
                                code: number;
                                /** @description The enhanced status code (RFC 3463), for example `5.1.1`. */
                                enhanced_code: string | null;
                                /** @description The text of the reply. */
                                text: string;
                            } | null;
                            /** @description Whether delivery to this recipient is simulated in the sandbox: nothing is delivered. */
                            simulated: boolean;
                            /**
                             * @description The recipient's state.
                             * @enum {string}
                             */
                            state: "pending" | "deferred" | "sent" | "bounced" | "failed" | "suppressed" | "canceled";
                        }[];
                        /** @description The addresses that replies go to. */
                        reply_to: string[];
                        /** @description When the email is scheduled to be sent; null if it is sent immediately. */
                        scheduled_at: string | null;
                        /**
                         * @description The current status. More precise than `last_event`. Not part of the Resend API.
                         * @enum {string}
                         */
                        status: "scheduled" | "queued" | "sending" | "deferred" | "in_doubt" | "sent" | "bounced" | "failed" | "suppressed" | "canceled";
                        /** @description The subject. */
                        subject: string;
                        /** @description The tags, as submitted. */
                        tags: {
                            /** @description The name of the tag. */
                            name: string;
                            /** @description The value of the tag. */
                            value: string;
                        }[];
                        /** @description The plain text body; null if there is none or the content has expired. */
                        text: string | null;
                        /** @description The recipients, as submitted. */
                        to: string[];
                        /** @description Why the email is waiting and when it is attempted next; null if it is not waiting. */
                        waiting: {
                            /** @description When the next attempt is due; null while the email waits to be resolved manually. */
                            next_attempt_at: string | null;
                            /** @description `queued`, `scheduled`, or the result of the last attempt, for example `greylisted: 451 4.7.1 ...`. */
                            reason: string;
                        } | null;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Email not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    submitBatch: {
        parameters: {
            query?: {
                /**
                 * @description Same as the `x-batch-validation` header, which takes precedence.
                 * @example permissive
                 */
                validation_mode?: string;
            };
            header?: {
                /**
                 * @description A key of 1 to 256 characters that you choose, remembered for 24 hours per API key. Repeating the same request returns the first response and sends nothing; a different request with the same key is rejected.
                 * @example order-4711/confirmation
                 */
                "idempotency-key"?: string;
                /**
                 * @description `strict` (default): one invalid email rejects the whole batch. `permissive`: valid emails are accepted and `errors` lists the others.
                 * @example permissive
                 */
                "x-batch-validation"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The emails. */
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "from": "Acme <hello@acme.example>",
                 *         "to": [
                 *           "ada@example.com"
                 *         ],
                 *         "subject": "Hello Ada",
                 *         "text": "It works."
                 *       },
                 *       {
                 *         "from": "Acme <hello@acme.example>",
                 *         "to": [
                 *           "bob@example.com"
                 *         ],
                 *         "subject": "Hello Bob",
                 *         "text": "It works.",
                 *         "scheduled_at": "in 1 hour"
                 *       }
                 *     ]
                 */
                "application/json": {
                    /** @description BCC recipients, hidden from the other recipients. */
                    bcc?: string | string[];
                    /** @description CC recipients, visible to the other recipients. */
                    cc?: string | string[];
                    /** @description The sender: `name@example.com` or `Name <name@example.com>`, where the name is everything before the last `<`. Optional if `MAIL_DEFAULT_FROM` is set. */
                    from?: string;
                    /** @description Additional header fields by name, up to 64 KB in total. ASCII values are sent unchanged; other characters are encoded if the field allows it and rejected otherwise. An array of strings creates one field for each; `[{"name","value"}]` is also accepted. `Date` sets the date of the message, `Message-ID` its id, and `Reply-To` is used if `reply_to` is absent. Empty values are ignored, and so are fields that are written when the message is composed or in transit, such as `MIME-Version`, `Content-Type` and `Return-Path`. */
                    headers?: {
                        [key: string]: string | number | boolean | null | (string | number | boolean | null)[];
                    } | {
                        /** @description The name of the header field. */
                        name: string;
                        /** @description A value, or an array with one value for each field of this name. */
                        value: string | number | boolean | null | (string | number | boolean | null)[];
                    }[];
                    /** @description The HTML body. At least one of `html` and `text` is required; together they can have up to 10 MB in UTF-8. */
                    html?: string;
                    /** @description The addresses that replies go to. */
                    reply_to?: string | string[];
                    /** @description When to send the email, at most 30 days ahead: ISO 8601, for example `2026-04-03T22:13:42Z`, or English, for example `in 1 min` or `tomorrow at 9am`. UTC unless a time zone is given; `monday` means noon, `2026-04-03` midnight. A time at most 5 seconds in the past means now; earlier times are rejected. */
                    scheduled_at?: string;
                    /** @description The subject: one line of up to 2,000 bytes in UTF-8. */
                    subject: string;
                    /** @description Tags to label the email with; `{"name":"value"}` is also accepted. */
                    tags?: ({
                        /** @description Up to 256 ASCII letters, digits, `_` and `-`. */
                        name?: string;
                        /** @description Up to 256 ASCII letters, digits, `_` and `-`. A tag with an empty value is ignored. */
                        value?: string | number | boolean | null;
                    } & {
                        [key: string]: string | number | boolean | null;
                    })[] | {
                        [key: string]: string | number | boolean | null;
                    };
                    /** @description The plain text body. Generated from `html` when absent, or omitted if that takes too long. Pass an empty string to send no text part. */
                    text?: string;
                    /** @description A recipient address, or an array of up to 50. */
                    to: string | string[];
                }[];
            };
        };
        responses: {
            /** @description The emails in `data` are accepted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"
                     *         }
                     *       ],
                     *       "errors": [
                     *         {
                     *           "index": 1,
                     *           "message": "Missing `to` field."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The accepted emails, in the order of the request. */
                        data: {
                            /** @description The id of an email. */
                            id: string;
                        }[];
                        /** @description The rejected emails. Only with `x-batch-validation: permissive`. */
                        errors?: {
                            /** @description The index of the email in the request, from 0. */
                            index: number;
                            /** @description Why the email was rejected. */
                            message: string;
                        }[];
                    };
                };
            };
            /** @description The request body is not valid JSON. Or: The `Idempotency-Key` header must have 1 to 256 characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: This API key may not send as this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This idempotency key was used for another request within the last 24 hours. Nothing was stored. Or: A request with this idempotency key is still in progress. Nothing was stored. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A required field is missing. Or: A field has a value that is not allowed. Or: Invalid `from` field. Or: A parameter of the path or the query has a value that is not allowed. Or: A header field contains instructions for a relay, which is not allowed here. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. Or: This API key has reached its daily quota. Or: This API key has too many scheduled emails. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listReceivedEmails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": []
                     *     }
                     */
                    "application/json": {
                        /** @description Always empty. */
                        data: unknown[];
                        /**
                         * @description Always false.
                         * @enum {boolean}
                         */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listCustomEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": []
                     *     }
                     */
                    "application/json": {
                        /** @description Always empty. */
                        data: unknown[];
                        /**
                         * @description Always false.
                         * @enum {boolean}
                         */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process is running. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
        };
    };
    listInboxes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": []
                     *     }
                     */
                    "application/json": {
                        /** @description Always empty. */
                        data: unknown[];
                        /**
                         * @description Always false.
                         * @enum {boolean}
                         */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listLogs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": []
                     *     }
                     */
                    "application/json": {
                        /** @description Always empty. */
                        data: unknown[];
                        /**
                         * @description Always false.
                         * @enum {boolean}
                         */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listGrants: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": []
                     *     }
                     */
                    "application/json": {
                        /** @description Always empty. */
                        data: unknown[];
                        /**
                         * @description Always false.
                         * @enum {boolean}
                         */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Email is accepted. With `degraded` it is sent a few seconds late, because the queue is unreachable. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready",
                     *       "checks": {
                     *         "database": "ok",
                     *         "queue": "ok"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @description The result of each check. */
                        checks: {
                            /**
                             * @description Whether PostgreSQL is writable. Without it no email is accepted.
                             * @enum {string}
                             */
                            database: "ok" | "unreachable";
                            /**
                             * @description Whether the queue is writable. Without it email is still accepted, and sent from the database a few seconds later.
                             * @enum {string}
                             */
                            queue: "ok" | "unreachable";
                        };
                        /**
                         * @description `degraded` while the queue is unreachable.
                         * @enum {string}
                         */
                        status: "ready" | "degraded";
                    };
                };
            };
            /** @description The database is unreachable: no email can be accepted. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 503,
                     *       "message": "Sendoff is temporarily unavailable. Try again shortly.",
                     *       "name": "application_error",
                     *       "status": "unavailable",
                     *       "checks": {
                     *         "database": "unreachable",
                     *         "queue": "ok"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @description The result of each check. */
                        checks: {
                            /**
                             * @description Whether PostgreSQL is writable. Without it no email is accepted.
                             * @enum {string}
                             */
                            database: "ok" | "unreachable";
                            /**
                             * @description Whether the queue is writable. Without it email is still accepted, and sent from the database a few seconds later.
                             * @enum {string}
                             */
                            queue: "ok" | "unreachable";
                        };
                        /** @description A human-readable explanation of the error. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @enum {string} */
                        status: "unavailable";
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listSegments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": []
                     *     }
                     */
                    "application/json": {
                        /** @description Always empty. */
                        data: unknown[];
                        /**
                         * @description Always false.
                         * @enum {boolean}
                         */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listSuppressions: {
        parameters: {
            query?: {
                /**
                 * @description Return the page after this id: pass the last id of the current page.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                after?: string;
                /**
                 * @description Return the page before this id: pass the first id of the current page.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                before?: string;
                /** @description Maximum number of suppressions to return. */
                limit?: number;
                /**
                 * @description `manual`: added by a person or an application. `bounce`: a server reported that the recipient does not exist. `complaint`: the recipient reported an email as spam.
                 * @example bounce
                 */
                origin?: "manual" | "bounce" | "complaint";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of suppressions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": [
                     *         {
                     *           "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *           "email": "ada@example.com",
                     *           "origin": "complaint",
                     *           "source_id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *           "created_at": "2026-04-03 22:13:42.674000+00"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The suppressions, newest first. */
                        data: {
                            /** @description When the address was added, for example `2026-04-03 22:13:42.674000+00`. */
                            created_at: string;
                            /** @description The address, in lower case. */
                            email: string;
                            /** @description The id of the suppression. */
                            id: string;
                            /**
                             * @description `manual`: added by a person or an application. `bounce`: a server reported that the recipient does not exist. `complaint`: the recipient reported an email as spam.
                             * @example bounce
                             * @enum {string}
                             */
                            origin: "manual" | "bounce" | "complaint";
                            /** @description The id of the email that bounced or was reported as spam; null if there is none. */
                            source_id: string | null;
                        }[];
                        /** @description Whether more items follow in the direction of paging. */
                        has_more: boolean;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This operation is not available to test keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    addSuppression: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The address to suppress. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description An email address; not case-sensitive.
                     * @example ada@example.com
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description The address is on the list. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "suppression",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"
                     *     }
                     */
                    "application/json": {
                        /** @description The id of the suppression. */
                        id: string;
                        /** @enum {string} */
                        object: "suppression";
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: This operation is not available to test keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A required field is missing. Or: A field has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    getSuppression: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the suppression, or the address that it suppresses.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id_or_email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The suppression. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "suppression",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *       "email": "ada@example.com",
                     *       "origin": "bounce",
                     *       "source_id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *       "created_at": "2026-04-03 22:13:42.674000+00"
                     *     }
                     */
                    "application/json": {
                        /** @description When the address was added, for example `2026-04-03 22:13:42.674000+00`. */
                        created_at: string;
                        /** @description The address, in lower case. */
                        email: string;
                        /** @description The id of the suppression. */
                        id: string;
                        /** @enum {string} */
                        object: "suppression";
                        /**
                         * @description `manual`: added by a person or an application. `bounce`: a server reported that the recipient does not exist. `complaint`: the recipient reported an email as spam.
                         * @example bounce
                         * @enum {string}
                         */
                        origin: "manual" | "bounce" | "complaint";
                        /** @description The id of the email that bounced or was reported as spam; null if there is none. */
                        source_id: string | null;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This operation is not available to test keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Suppression not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    removeSuppression: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the suppression, or the address that it suppresses.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id_or_email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address is no longer on the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "suppression",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *       "deleted": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        deleted: true;
                        /** @description The id of the suppression. */
                        id: string;
                        /** @enum {string} */
                        object: "suppression";
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: This operation is not available to test keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Suppression not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    addSuppressions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The addresses to suppress. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "emails": [
                 *         "ada@example.com",
                 *         "bob@example.com"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description 1 to 100 addresses. */
                    emails: string[];
                };
            };
        };
        responses: {
            /** @description The addresses are on the list. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "object": "suppression",
                     *           "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The suppressions, one for each distinct address, in the order of the request. */
                        data: {
                            /** @description The id of the suppression. */
                            id: string;
                            /** @enum {string} */
                            object: "suppression";
                        }[];
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: This operation is not available to test keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A required field is missing. Or: A field has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    removeSuppressions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Either `emails` or `ids`. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description 1 to 100 addresses. */
                    emails?: string[];
                    /** @description 1 to 100 ids. */
                    ids?: string[];
                };
            };
        };
        responses: {
            /** @description The addresses are no longer on the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "object": "suppression",
                     *           "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *           "deleted": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The removed suppressions, in the order of the request. */
                        data: {
                            /** @enum {boolean} */
                            deleted: true;
                            /** @description The id of the suppression. */
                            id: string;
                            /** @enum {string} */
                            object: "suppression";
                        }[];
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: This operation is not available to test keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A required field is missing. Or: A field has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    exportSuppressions: {
        parameters: {
            query?: {
                /**
                 * @description `manual`: added by a person or an application. `bounce`: a server reported that the recipient does not exist. `complaint`: the recipient reported an email as spam.
                 * @example bounce
                 */
                origin?: "manual" | "bounce" | "complaint";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The suppression list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example email,origin,source_id,created_at
                     *     ada@example.com,bounce,019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b,2026-04-03T22:13:42.674Z
                     */
                    "text/csv": unknown;
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This operation is not available to test keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    importSuppressions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": unknown;
            };
        };
        responses: {
            /** @description The result of the import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "suppression_import",
                     *       "added": 2,
                     *       "existing": 1,
                     *       "invalid": 1,
                     *       "errors": [
                     *         {
                     *           "line": 4,
                     *           "message": "The email must be an email address such as `name@example.com`."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The number of addresses added. */
                        added: number;
                        /** @description The skipped lines. After more than 10,000 of them the import stops with an error; the valid lines before stay on the list. */
                        errors: {
                            /** @description The line number, from 1. */
                            line: number;
                            /** @description Why the line was skipped. */
                            message: string;
                        }[];
                        /** @description The number of lines whose address was already on the list or in an earlier line. */
                        existing: number;
                        /** @description The number of lines that were skipped. */
                        invalid: number;
                        /** @enum {string} */
                        object: "suppression_import";
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: This operation is not available to test keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A required field is missing. Or: A field has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": []
                     *     }
                     */
                    "application/json": {
                        /** @description Always empty. */
                        data: unknown[];
                        /**
                         * @description Always false.
                         * @enum {boolean}
                         */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listTopics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": []
                     *     }
                     */
                    "application/json": {
                        /** @description Always empty. */
                        data: unknown[];
                        /**
                         * @description Always false.
                         * @enum {boolean}
                         */
                        has_more: false;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /**
                 * @description Return the page after this id: pass the last id of the current page.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                after?: string;
                /**
                 * @description Return the page before this id: pass the first id of the current page.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                before?: string;
                /** @description Maximum number of webhooks to return. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of webhooks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": [
                     *         {
                     *           "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *           "name": null,
                     *           "mode": "live",
                     *           "endpoint": "https://shop.example.com/hooks/email",
                     *           "created_at": "2026-04-03 22:13:42.674000+00",
                     *           "status": "enabled",
                     *           "events": [
                     *             "email.bounced",
                     *             "email.complained"
                     *           ],
                     *           "failing_since": null,
                     *           "disabled_at": null,
                     *           "disabled_reason": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The webhooks, newest first, without their signing secrets. */
                        data: {
                            /** @description When the webhook was created, for example `2026-04-03 22:13:42.674000+00`. */
                            created_at: string;
                            /** @description When the webhook was disabled; null if it is enabled. */
                            disabled_at: string | null;
                            /** @description Why Sendoff disabled the webhook automatically; null otherwise. */
                            disabled_reason: string | null;
                            /** @description The URL that events are posted to. */
                            endpoint: string;
                            /** @description The event types that are posted. */
                            events: string[];
                            /** @description When the current series of failed attempts began; null if there is none. Not part of the Resend API. */
                            failing_since: string | null;
                            /** @description The id of the webhook (a UUIDv7). */
                            id: string;
                            /**
                             * @description `test`: gets only the events of test mail, because it was created with a test key. `live`: gets all events.
                             * @enum {string}
                             */
                            mode: "live" | "test";
                            /** @description The name of the webhook; null if it has none. */
                            name: string | null;
                            /**
                             * @description Whether events are posted.
                             * @enum {string}
                             */
                            status: "enabled" | "disabled";
                        }[];
                        /** @description Whether more items follow in the direction of paging. */
                        has_more: boolean;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The endpoint and the event types to post to it. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "endpoint": "https://shop.example.com/hooks/email",
                 *       "events": [
                 *         "email.bounced",
                 *         "email.complained"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The http or https URL that events are posted to, without user name and password. Each attempt checks that it resolves to a public address. */
                    endpoint: string;
                    /** @description The event types to post, each once: `email.scheduled`, `email.sent`, `email.delivered`, `email.delivery_delayed`, `email.bounced`, `email.complained`, `email.failed`, `email.suppressed`, `suppression.added`, `suppression.removed`. Types of features that Sendoff does not support yet are accepted but never posted: `email.opened`, `email.clicked`, `email.received`, `contact.created`, `contact.updated`, `contact.deleted`, `contact.topics.updated`, `domain.created`, `domain.updated`, `domain.deleted`, `topic.created`, `topic.updated`, `topic.deleted`, `inbox.created`, `inbox.updated`, `inbox.deleted`, `inbox.thread.created`, `inbox.thread.folder.updated`, `inbox.thread.assigned`, `inbox.thread.unassigned`, `inbox.thread.labels.updated`, `inbox.email.received`, `inbox.email.sent`, `inbox.draft.created`, `inbox.draft.updated`, `inbox.draft.sent`, `inbox.draft.deleted`. */
                    events: ("email.scheduled" | "email.sent" | "email.delivered" | "email.delivery_delayed" | "email.bounced" | "email.complained" | "email.failed" | "email.suppressed" | "suppression.added" | "suppression.removed" | "email.opened" | "email.clicked" | "email.received" | "contact.created" | "contact.updated" | "contact.deleted" | "contact.topics.updated" | "domain.created" | "domain.updated" | "domain.deleted" | "topic.created" | "topic.updated" | "topic.deleted" | "inbox.created" | "inbox.updated" | "inbox.deleted" | "inbox.thread.created" | "inbox.thread.folder.updated" | "inbox.thread.assigned" | "inbox.thread.unassigned" | "inbox.thread.labels.updated" | "inbox.email.received" | "inbox.email.sent" | "inbox.draft.created" | "inbox.draft.updated" | "inbox.draft.sent" | "inbox.draft.deleted")[];
                    /** @description A name for the webhook: up to 256 characters on one line. An empty string removes the name. */
                    name?: string;
                    /**
                     * @description `disabled`: no new events are recorded for the webhook, and pending ones are held until it is `enabled` again.
                     * @enum {string}
                     */
                    status?: "enabled" | "disabled";
                };
            };
        };
        responses: {
            /** @description The webhook is created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "webhook",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *       "signing_secret": "whsec_VGhpcyBpcyBhbiBleGFtcGxlIGFuZCBubyBzZWNyZXQ="
                     *     }
                     */
                    "application/json": {
                        /** @description The id of the webhook. */
                        id: string;
                        /** @enum {string} */
                        object: "webhook";
                        /** @description The secret that events are signed with from now on. */
                        signing_secret: string;
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: This API key has reached its webhook quota. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A required field is missing. Or: A field has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the webhook.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "webhook",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *       "name": null,
                     *       "mode": "live",
                     *       "endpoint": "https://shop.example.com/hooks/email",
                     *       "created_at": "2026-04-03 22:13:42.674000+00",
                     *       "status": "enabled",
                     *       "events": [
                     *         "email.bounced",
                     *         "email.complained"
                     *       ],
                     *       "failing_since": null,
                     *       "disabled_at": null,
                     *       "disabled_reason": null,
                     *       "signing_secret": "whsec_VGhpcyBpcyBhbiBleGFtcGxlIGFuZCBubyBzZWNyZXQ="
                     *     }
                     */
                    "application/json": {
                        /** @description When the webhook was created, for example `2026-04-03 22:13:42.674000+00`. */
                        created_at: string;
                        /** @description When the webhook was disabled; null if it is enabled. */
                        disabled_at: string | null;
                        /** @description Why Sendoff disabled the webhook automatically; null otherwise. */
                        disabled_reason: string | null;
                        /** @description The URL that events are posted to. */
                        endpoint: string;
                        /** @description The event types that are posted. */
                        events: string[];
                        /** @description When the current series of failed attempts began; null if there is none. Not part of the Resend API. */
                        failing_since: string | null;
                        /** @description The id of the webhook (a UUIDv7). */
                        id: string;
                        /**
                         * @description `test`: gets only the events of test mail, because it was created with a test key. `live`: gets all events.
                         * @enum {string}
                         */
                        mode: "live" | "test";
                        /** @description The name of the webhook; null if it has none. */
                        name: string | null;
                        /** @enum {string} */
                        object: "webhook";
                        /** @description The secret that events are signed with, in the Standard Webhooks format. */
                        signing_secret: string;
                        /**
                         * @description Whether events are posted.
                         * @enum {string}
                         */
                        status: "enabled" | "disabled";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Webhook not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the webhook.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "webhook",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *       "deleted": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        deleted: true;
                        /** @description The id of the webhook. */
                        id: string;
                        /** @enum {string} */
                        object: "webhook";
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Webhook not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the webhook.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description The fields to change. Omitted fields stay unchanged. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description The http or https URL that events are posted to, without user name and password. Each attempt checks that it resolves to a public address. */
                    endpoint?: string;
                    /** @description The event types to post, each once: `email.scheduled`, `email.sent`, `email.delivered`, `email.delivery_delayed`, `email.bounced`, `email.complained`, `email.failed`, `email.suppressed`, `suppression.added`, `suppression.removed`. Types of features that Sendoff does not support yet are accepted but never posted: `email.opened`, `email.clicked`, `email.received`, `contact.created`, `contact.updated`, `contact.deleted`, `contact.topics.updated`, `domain.created`, `domain.updated`, `domain.deleted`, `topic.created`, `topic.updated`, `topic.deleted`, `inbox.created`, `inbox.updated`, `inbox.deleted`, `inbox.thread.created`, `inbox.thread.folder.updated`, `inbox.thread.assigned`, `inbox.thread.unassigned`, `inbox.thread.labels.updated`, `inbox.email.received`, `inbox.email.sent`, `inbox.draft.created`, `inbox.draft.updated`, `inbox.draft.sent`, `inbox.draft.deleted`. */
                    events?: ("email.scheduled" | "email.sent" | "email.delivered" | "email.delivery_delayed" | "email.bounced" | "email.complained" | "email.failed" | "email.suppressed" | "suppression.added" | "suppression.removed" | "email.opened" | "email.clicked" | "email.received" | "contact.created" | "contact.updated" | "contact.deleted" | "contact.topics.updated" | "domain.created" | "domain.updated" | "domain.deleted" | "topic.created" | "topic.updated" | "topic.deleted" | "inbox.created" | "inbox.updated" | "inbox.deleted" | "inbox.thread.created" | "inbox.thread.folder.updated" | "inbox.thread.assigned" | "inbox.thread.unassigned" | "inbox.thread.labels.updated" | "inbox.email.received" | "inbox.email.sent" | "inbox.draft.created" | "inbox.draft.updated" | "inbox.draft.sent" | "inbox.draft.deleted")[];
                    /** @description Must equal the id in the path. Accepted because some clients repeat it in the body. */
                    id?: string;
                    /** @description A name for the webhook: up to 256 characters on one line. An empty string removes the name. */
                    name?: string;
                    /**
                     * @description `disabled`: no new events are recorded for the webhook, and pending ones are held until it is `enabled` again.
                     * @enum {string}
                     */
                    status?: "enabled" | "disabled";
                    /** @description Must equal the id in the path. Accepted because some clients repeat it in the body. */
                    webhook_id?: string;
                };
            };
        };
        responses: {
            /** @description The webhook is updated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "webhook",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"
                     *     }
                     */
                    "application/json": {
                        /** @description The id of the webhook. */
                        id: string;
                        /** @enum {string} */
                        object: "webhook";
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Webhook not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A field has a value that is not allowed. Or: A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listWebhookEvents: {
        parameters: {
            query?: {
                /**
                 * @description Return the page after this id: pass the last id of the current page.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                after?: string;
                /**
                 * @description Return the page before this id: pass the first id of the current page.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                before?: string;
                /** @description Maximum number of events to return. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The id of the webhook.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": [
                     *         {
                     *           "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *           "type": "email.bounced",
                     *           "created_at": "2026-04-03 22:13:42.674000+00",
                     *           "status": "pending"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The events, newest first, without their payloads. */
                        data: {
                            /** @description When the event happened. */
                            created_at: string;
                            /** @description The id that the endpoint receives as `webhook-id` and `svix-id`, identical in every attempt. */
                            id: string;
                            /**
                             * @description `success`: the endpoint responded with 2xx. `pending`: waiting for the next attempt. `attempting`: in progress. `failed`: given up.
                             * @enum {string}
                             */
                            status: "pending" | "attempting" | "success" | "failed";
                            /** @description The event type, for example `email.bounced`. */
                            type: string;
                        }[];
                        /** @description Whether more items follow in the direction of paging. */
                        has_more: boolean;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Webhook not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    getWebhookEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the event, which the endpoint receives as `webhook-id`.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                event_id: string;
                /**
                 * @description The id of the webhook.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "webhook_event",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *       "type": "email.bounced",
                     *       "created_at": "2026-04-03 22:13:42.674000+00",
                     *       "status": "pending",
                     *       "next_attempt_at": "2026-04-03 22:13:47.674000+00",
                     *       "payload": {
                     *         "type": "email.bounced",
                     *         "created_at": "2026-04-03T22:13:42.674Z",
                     *         "data": {
                     *           "email_id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @description When the event happened. */
                        created_at: string;
                        /** @description The id that the endpoint receives as `webhook-id` and `svix-id`, identical in every attempt. */
                        id: string;
                        /** @description When the next attempt is due; null if none is, or if the webhook is disabled. */
                        next_attempt_at: string | null;
                        /** @enum {string} */
                        object: "webhook_event";
                        /** @description The request body: `type`, `created_at` and `data`. */
                        payload: {
                            [key: string]: unknown;
                        };
                        /**
                         * @description `success`: the endpoint responded with 2xx. `pending`: waiting for the next attempt. `attempting`: in progress. `failed`: given up.
                         * @enum {string}
                         */
                        status: "pending" | "attempting" | "success" | "failed";
                        /** @description The event type, for example `email.bounced`. */
                        type: string;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Webhook event not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    listWebhookAttempts: {
        parameters: {
            query?: {
                /**
                 * @description Return the page after this id: pass the last id of the current page.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                after?: string;
                /**
                 * @description Return the page before this id: pass the first id of the current page.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                before?: string;
                /** @description Maximum number of attempts to return. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The id of the event, which the endpoint receives as `webhook-id`.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                event_id: string;
                /**
                 * @description The id of the webhook.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of attempts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "has_more": false,
                     *       "data": [
                     *         {
                     *           "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *           "number": 1,
                     *           "sent_at": "2026-04-03 22:13:42.674000+00",
                     *           "finished_at": "2026-04-03 22:13:42.801000+00",
                     *           "outcome": "refused",
                     *           "http_status_code": 500,
                     *           "response": "Internal Server Error",
                     *           "error": "The endpoint answered with status 500."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The attempts, newest first. */
                        data: {
                            /** @description A human-readable explanation of the failure. */
                            error: string | null;
                            /** @description When the outcome was recorded; null while the attempt is in progress. */
                            finished_at: string | null;
                            /** @description The HTTP status code of the response; 0 if there was none. */
                            http_status_code: number;
                            /** @description The id of the attempt. */
                            id: string;
                            /** @description The sequence number, from 1. */
                            number: number;
                            /**
                             * @description Null while the attempt is in progress. `delivered`: the response was 2xx. `refused`: the response was not 2xx. `no_answer`: there was no response. `forbidden`: connecting to the address is not allowed. `abandoned`: the worker stopped, and the request may have been sent.
                             * @enum {string|null}
                             */
                            outcome: "delivered" | "refused" | "no_answer" | "forbidden" | "abandoned" | null;
                            /** @description The first kilobyte of the response body, as text. */
                            response: string;
                            /** @description When the attempt started; recorded before any network activity. */
                            sent_at: string;
                        }[];
                        /** @description Whether more items follow in the direction of paging. */
                        has_more: boolean;
                        /** @enum {string} */
                        object: "list";
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Webhook event not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    replayWebhookEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the event, which the endpoint receives as `webhook-id`.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                event_id: string;
                /**
                 * @description The id of the webhook.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event is queued for delivery. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "webhook_event",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"
                     *     }
                     */
                    "application/json": {
                        /** @description The id of the event. A replay does not change it. */
                        id: string;
                        /** @enum {string} */
                        object: "webhook_event";
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Webhook event not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. Or: The event cannot be replayed now. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the webhook.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new signing secret is in use. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "webhook",
                     *       "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                     *       "signing_secret": "whsec_VGhpcyBpcyBhbiBleGFtcGxlIGFuZCBubyBzZWNyZXQ="
                     *     }
                     */
                    "application/json": {
                        /** @description The id of the webhook. */
                        id: string;
                        /** @enum {string} */
                        object: "webhook";
                        /** @description The secret that events are signed with from now on. */
                        signing_secret: string;
                    };
                };
            };
            /** @description The request body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Missing API key. Send it in the header `Authorization: Bearer KEY`. Or: API key is invalid Or: This API key is restricted to only send emails. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Webhook not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body arrived too slowly. Nothing was stored. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body must be JSON, with the header `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header. Or: Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Retry after the number of seconds in the `retry-after` header. Or: Sendoff is temporarily unavailable. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A human-readable explanation of the error and how to fix it. */
                        message: string;
                        /** @description A machine-readable error name. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
}
