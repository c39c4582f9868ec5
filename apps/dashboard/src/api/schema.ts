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
         * What this is
         * @description Name and version of the service, and the address of its documentation. Needs no key. A browser, which accepts `text/html`, gets the dashboard.
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
         * @description The newest first; with a test key only test keys. The keys themselves are not shown. `last_used_at` is noted every ten seconds, not with each request.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key
         * @description The answer is the only time the key is shown: only its SHA-256 is kept. It works at once. Needs a key with `full_access`, and without limits: a key makes none that may do more than itself. A test key can set no weight other than 1.
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
         * @description The API refuses the key from now on; where it runs as several processes, the others do so within a second, as SMTP does. Email that it has sent stays, and what is waiting is still delivered. A key may delete itself; one that has limits may delete no other. The key of `BOOTSTRAP_API_KEY` comes back with the next start for as long as that is set.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        /**
         * Change an API key
         * @description Its name, its weight and its limits; null takes a limit away. The API holds the key to its limits from now on; where it runs as several processes, the others do so within a second, as SMTP does. All processes follow its weight within 10 seconds; a test key can set none other than 1. For another permission or mode make a new key and delete this one. The key of `BOOTSTRAP_API_KEY` can have a weight, and no limits.
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
         * Download a file
         * @description Where `download_url` leads. Needs no key: the link is signed, and works for an hour.
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
         * List audiences: always empty
         * @description Sendoff has no audiences yet. Clients that ask for the list go on from an empty one; nothing else of them is served.
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
         * List automations: always empty
         * @description Sendoff has no automations yet. Clients that ask for the list go on from an empty one; nothing else of them is served.
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
         * List broadcasts: always empty
         * @description Sendoff has no broadcasts yet. Clients that ask for the list go on from an empty one; nothing else of them is served.
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
         * List properties of contacts: always empty
         * @description Sendoff has no properties of contacts yet. Clients that ask for the list go on from an empty one; nothing else of them is served.
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
         * List contacts: always empty
         * @description Sendoff has no contacts yet. Clients that ask for the list go on from an empty one; nothing else of them is served.
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
         * List imports of contacts: always empty
         * @description Sendoff has no imports of contacts yet. Clients that ask for the list go on from an empty one; nothing else of them is served.
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
                            /** @description Whether somebody is signed in. */
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
                            /** @description Whether somebody is signed in. */
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
                            /** @description Whether somebody is signed in. */
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
         * List domains: always empty
         * @description Sendoff has no domains yet. Clients that ask for the list go on from an empty one; nothing else of them is served.
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
         * @description Newest first, by key: email that arrives meanwhile neither shifts nor repeats what was read. Ask for the next page with `after` and the last id of this one. `after` and `before` together are refused. One of `to`, `from`, `tag` and `subject` can be given at a time; `status`, `mode` and the time bounds go with each.
         */
        get: operations["listEmails"];
        put?: never;
        /**
         * Send an email
         * @description Keeps the email and answers; delivery follows at once, or at `scheduled_at`. A 200 means that it is committed in the database. On any error nothing is kept. With an `Idempotency-Key` a request can be repeated without sending twice. A key with `sending_access` is enough.
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
         * Read an email
         * @description The email, where it stands, and while it waits the reason and the time of the next attempt. An id that has the form of one and is not known is 404; anything else is 422.
         */
        get: operations["getEmail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Reschedule an email
         * @description Moves a scheduled email to another time, earlier or later, at most 30 days from now. Only while its status is `scheduled`: once a worker has begun with it this answers 422.
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
         * List the files of an email
         * @description Names, sizes and types, each with a link to the bytes that works for an hour.
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
         * Read a file of an email
         * @description Name, size and type, with a link to the bytes that works for an hour. Each call makes a new link.
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
         * @description Every attempt, the oldest first: which relay, what it said about whom, and how long it took. Not paged, since a retry schedule has few steps.
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
         * @description The email is never sent. Only while its status is `scheduled`: once a worker has begun with it this answers 422. A 200 means that no part of it has left. Needs no body.
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
         * @description Everything that happened to the email, the oldest first. The last one is the `last_event` of the email. Not paged.
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
         * @description An email is `in_doubt` when its relay may or may not have taken it and `IN_DOUBT_POLICY` is `hold`. Look at the log of the relay, then say what happened. Recipients about which the relay had answered keep that answer.
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
         * Send an email again that was given up
         * @description Queues a `bounced`, `failed` or `suppressed` email, with its whole retry schedule before it, for the recipients that it has not reached, under the same `Message-ID`. Possible while its content is kept. Needs no body.
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
         * @description Answers with the email, as reading it does, as soon as it has the status or the last event that is asked for, or has come to a state in which it stays; and after `timeout` seconds at the latest, however it stands then. So look at `status` in the answer.
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
         * Send up to 100 emails
         * @description Keeps the emails in one transaction and answers with an id for each. Without attachments; everything else is as in sending one. By default one email that is not valid refuses the whole batch, and the message names its index, from 0. A key with `sending_access` is enough.
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
         * List received emails: always empty
         * @description Sendoff has no received emails yet. Clients that ask for the list go on from an empty one; nothing else of them is served.
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
         * List custom events: always empty
         * @description Sendoff has no custom events yet. Clients that ask for the list go on from an empty one; nothing else of them is served.
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
         * Whether the process runs
         * @description Answers 200 as long as the process runs, whatever else is away. Needs no key.
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
         * List inboxes: always empty
         * @description Sendoff has no inboxes yet. Clients that ask for the list go on from an empty one; nothing else of them is served.
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
         * List logs of requests: always empty
         * @description Sendoff has no logs of requests yet. Clients that ask for the list go on from an empty one; nothing else of them is served.
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
         * List OAuth grants: always empty
         * @description Sendoff has no OAuth grants yet. Clients that ask for the list go on from an empty one; nothing else of them is served.
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
         * Whether email can be accepted
         * @description Checks whether the database and the queue can be written to, each for 2 s at most. Without the queue email is still accepted and sent. Needs no key.
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
         * List segments: always empty
         * @description Sendoff has no segments yet. Clients that ask for the list go on from an empty one; nothing else of them is served.
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
         * @description The newest first, by key: what is added meanwhile neither shifts nor repeats what was read.
         */
        get: operations["listSuppressions"];
        put?: never;
        /**
         * Suppress an address
         * @description No attempt that begins from now on sends live email to the address, also of email that was accepted before. An address that is on the list stays there as it is.
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
         * Get a suppression
         * @description By its id or by the address; 404 means that email is sent to it.
         */
        get: operations["getSuppression"];
        put?: never;
        post?: never;
        /**
         * Take an address off the list
         * @description By the id of the suppression or by the address. Email that was suppressed stays so; `POST /emails/:id/retry` sends it after all.
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
         * Suppress some addresses
         * @description All of them or, when one is not an address, none. For more at once there is `POST /suppressions/import`.
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
         * Take some addresses off the list
         * @description By `emails` or by `ids`. What is not on the list is passed over.
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
         * @description Every suppression as a line of CSV, the oldest first, however many there are. Sendoff has this, Resend has not. An address that a spreadsheet would take for a formula has an apostrophe before it, which an import takes off. An answer that breaks off is not complete: it then does not end as HTTP wants it, and clients say so.
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
         * @description Suppresses the addresses of a CSV file, such as `GET /suppressions/export` makes. A first line that names the column `email`, and perhaps `origin`, says where they are; without one each line begins with the address. Bad lines are left out and told by number; the others are on the list. Sendoff has this, Resend has not.
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
         * List templates: always empty
         * @description Sendoff has no templates yet. Clients that ask for the list go on from an empty one; nothing else of them is served.
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
         * List topics: always empty
         * @description Sendoff has no topics yet. Clients that ask for the list go on from an empty one; nothing else of them is served.
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
         * @description The newest first, without the secrets that their events are signed with.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Make a webhook
         * @description Events that happen from now on are posted to the endpoint as JSON, signed as Standard Webhooks has it, at least once and in no particular order: `webhook-id` tells repeats. What is not answered with 2xx within 15 s is posted again, for a day or so. One that a test key makes gets the events of test mail only.
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
         * Read a webhook
         * @description With the secret that its events are signed with, and why it was disabled, if it was.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description Nothing more is posted to it, but for what is under way at this moment. Its events are removed with it.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook
         * @description One that was disabled begins anew when it is enabled: what waited for it is posted.
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
         * @description The newest first. Events that are finished are removed with `CONTENT_RETENTION`.
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
         * Read an event of a webhook
         * @description Where it stands, when it is posted next, and what is posted.
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
         * List the attempts to post an event
         * @description The newest first, each with what the receiver answered.
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
         * Post an event again
         * @description The same body under the same `webhook-id`, with the whole retry schedule before it, whatever became of it before. Needs no body.
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
         * Give a webhook another secret
         * @description For 24 hours the secret before signs along, so that each of the two verifies. Needs no body.
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
            /** @description What answers here. */
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
                        /** @description Where the API is documented. */
                        docs: string;
                        /** @enum {string} */
                        name: "sendoff";
                        /** @description The version of this release. */
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
                 * @description The last id of a page: answers the page after it.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                after?: string;
                /**
                 * @description The first id of a page: answers the page before it.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                before?: string;
                /** @description How many keys on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
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
                        /** @description The newest first; deleted keys are left out, and those that have expired are not. */
                        data: {
                            /** @description From where it is accepted, in CIDR notation; empty for anywhere. */
                            allowed_networks: string[];
                            /** @description Addresses and domains that it may send as, in lower case; empty for any. */
                            allowed_senders: string[];
                            /** @description When it was made, such as `2026-04-03 22:13:42.674000+00`. */
                            created_at: string;
                            /** @description From when on it is refused, such as `2027-04-03 22:13:42.000000+00`; null for never. */
                            expires_at: string | null;
                            /** @description The id of the key; it is not the key. */
                            id: string;
                            /** @description When it was last used, noted within some seconds; null when it never was. */
                            last_used_at: string | null;
                            /**
                             * @description Whether its email leaves.
                             * @enum {string}
                             */
                            mode: "live" | "test";
                            /** @description What it is for. */
                            name: string;
                            /**
                             * @description What it may do.
                             * @enum {string}
                             */
                            permission: "full_access" | "sending_access";
                            /** @description How much it may do. */
                            quotas: {
                                /** @description Bytes of emails that are accepted in a day (UTC); null for any number. */
                                daily_bytes: number | null;
                                /** @description Emails that are accepted in a day (UTC); null for any number. */
                                daily_emails: number | null;
                                /** @description Emails that wait for their time at once; null for any number. */
                                scheduled_emails: number | null;
                                /** @description Webhooks that the key may have; null for any number. */
                                webhooks: number | null;
                            };
                            /** @description What was accepted from it today (UTC); null without a daily quota. */
                            used_today: {
                                /** @description Bytes of these emails. */
                                bytes: number;
                                /** @description Emails that were accepted. */
                                emails: number;
                            } | null;
                            /** @description What its shares are multiplied by: 1 to 10. */
                            weight: number;
                        }[];
                        /** @description Whether more lie beyond this page, in its direction. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
        /** @description The key to be made; with full access, of the mode of the key that makes it, and without limits unless it says otherwise. */
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Addresses and networks, IPv4 and IPv6, from which the key is accepted. Empty, or null, for any.
                     * @example [
                     *       "192.0.2.0/24",
                     *       "2001:db8::7"
                     *     ]
                     */
                    allowed_networks?: string[] | null;
                    /**
                     * @description Addresses and domains that `from` may name; a domain is without its subdomains. Empty, or null, for any.
                     * @example [
                     *       "news@acme.example",
                     *       "shop.example"
                     *     ]
                     */
                    allowed_senders?: string[] | null;
                    /**
                     * @description From when on the key is refused: a time in ISO 8601, UTC without an offset. Null for never.
                     * @example 2027-04-03T22:13:42Z
                     */
                    expires_at?: string | null;
                    /**
                     * @description `live`: email is sent. `test`: email is simulated and never delivered, and the key sees and changes only test mail, test keys and their webhooks. Left out: the mode of the key that makes it. Sendoff has this, Resend has not.
                     * @enum {string}
                     */
                    mode?: "live" | "test";
                    /** @description What the key is for: 1 to 50 characters on one line. */
                    name: string;
                    /**
                     * @description `full_access`: everything. `sending_access`: only send, by `POST /emails` and `POST /emails/batch`.
                     * @enum {string}
                     */
                    permission?: "full_access" | "sending_access";
                    /**
                     * @description How much the key may do; null takes all of them away.
                     * @example {
                     *       "daily_emails": 10000,
                     *       "scheduled_emails": 500
                     *     }
                     */
                    quotas?: {
                        /** @description Bytes of emails that are accepted in a day (UTC); null for any number. */
                        daily_bytes?: number | null;
                        /** @description Emails that are accepted in a day (UTC); null for any number. */
                        daily_emails?: number | null;
                        /** @description Emails that wait for their time at once; null for any number. */
                        scheduled_emails?: number | null;
                        /** @description Webhooks that the key may have; null for any number. */
                        webhooks?: number | null;
                    } | null;
                    /** @description Multiplies its share of what API keys share, such as memory, connections and the order of sending: 1 (the default) to 10. All processes follow it within 10 seconds. Sendoff has this, Resend has not. */
                    weight?: number;
                };
            };
        };
        responses: {
            /** @description The key was made. */
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
                        /** @description The id of the key, to rename or delete it by. */
                        id: string;
                        /** @description The key itself. It is kept nowhere: this is the only time it can be read. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: An API key may make and change only keys that may do no more than itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The id of the key, as it was answered when it was made.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: An API key may make and change only keys that may do no more than itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The id of the key, as it was answered when it was made.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description What is to be changed; the rest stays as it is. */
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Addresses and networks, IPv4 and IPv6, from which the key is accepted. Empty, or null, for any.
                     * @example [
                     *       "192.0.2.0/24",
                     *       "2001:db8::7"
                     *     ]
                     */
                    allowed_networks?: string[] | null;
                    /**
                     * @description Addresses and domains that `from` may name; a domain is without its subdomains. Empty, or null, for any.
                     * @example [
                     *       "news@acme.example",
                     *       "shop.example"
                     *     ]
                     */
                    allowed_senders?: string[] | null;
                    /** @description The id in the path once more, for clients that send it. Another one is refused. */
                    api_key_id?: string;
                    /**
                     * @description From when on the key is refused: a time in ISO 8601, UTC without an offset. Null for never.
                     * @example 2027-04-03T22:13:42Z
                     */
                    expires_at?: string | null;
                    /** @description The id in the path once more, for clients that send it. Another one is refused. */
                    id?: string;
                    /** @description What the key is for: 1 to 50 characters on one line. */
                    name?: string;
                    /**
                     * @description How much the key may do; null takes all of them away.
                     * @example {
                     *       "daily_emails": 10000,
                     *       "scheduled_emails": 500
                     *     }
                     */
                    quotas?: {
                        /** @description Bytes of emails that are accepted in a day (UTC); null for any number. */
                        daily_bytes?: number | null;
                        /** @description Emails that are accepted in a day (UTC); null for any number. */
                        daily_emails?: number | null;
                        /** @description Emails that wait for their time at once; null for any number. */
                        scheduled_emails?: number | null;
                        /** @description Webhooks that the key may have; null for any number. */
                        webhooks?: number | null;
                    } | null;
                    /** @description Multiplies its share of what API keys share, such as memory, connections and the order of sending: 1 (the default) to 10. All processes follow it within 10 seconds. Sendoff has this, Resend has not. */
                    weight?: number;
                };
            };
        };
        responses: {
            /** @description The key is changed. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: An API key may make and change only keys that may do no more than itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description Until when the link works, in seconds since 1970.
                 * @example 1775258022
                 */
                expires: number;
                /**
                 * @description HMAC-SHA256 of the rest, as base64url.
                 * @example dGhlIHNpZ25hdHVyZSBvZiB0aGUgbGluayBpcyBoZXJl
                 */
                signature: string;
            };
            header?: never;
            path: {
                /**
                 * @description The id of the file.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, in the media type of the file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description This link is not valid, or has expired. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. Or: Too many large requests at once. Try again after as many seconds as the header `retry-after` says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                         * @description There is nothing beyond this page.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                         * @description There is nothing beyond this page.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                         * @description There is nothing beyond this page.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                         * @description There is nothing beyond this page.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                         * @description There is nothing beyond this page.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                         * @description There is nothing beyond this page.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description Further header fields as they were given. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                /** @description Loads what the email refers to elsewhere. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                /** @description How much of its beginning. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description When this was read, ISO 8601. */
                        at: string;
                        /** @description The emails accepted in the last 60 seconds; 10001 stands for more than 10000. */
                        last_minute: {
                            /** @description Emails accepted. */
                            accepted: number;
                            /** @description Its beginning, ISO 8601; it ends at `at`. */
                            from: string;
                            /** @description Those of them that are sent by now. */
                            sent: number;
                        };
                        /** @description The id of the newest email. */
                        newest_id: string | null;
                        /** @description The email that is overdue longest. */
                        overdue: {
                            /** @description Its id. */
                            email_id: string;
                            /** @description Since when it could be attempted, ISO 8601. */
                            since: string;
                        } | null;
                        /** @description The relays that the last attempts of the last hour used or tried. Nothing is known of others. */
                        relays: {
                            /** @description Attempts in which it was used, tried, or left alone because it had failed before. */
                            attempts: number;
                            /** @description Those in which it put the email off. */
                            deferred: number;
                            /** @description Those in which it could not be used, was left alone for that, or said nothing at the end. */
                            failed: number;
                            /** @description When it answered last, whatever it said about the email. */
                            last_answer: {
                                /** @description ISO 8601. */
                                at: string;
                                /** @description The email that was attempted. */
                                email_id: string;
                            } | null;
                            /** @description When it was of no use last, and why. */
                            last_failure: {
                                /** @description ISO 8601. */
                                at: string;
                                /** @description The email that was attempted. */
                                email_id: string;
                                /** @description The cause for people. */
                                message: string;
                                /** @description A word for the cause. */
                                reason: string;
                            } | null;
                            /** @description Milliseconds that half of the attempts that it answered took at most. */
                            median_ms: number | null;
                            /** @description Whether all of the newest three attempts failed. */
                            newest_failed: boolean;
                            /** @description As `smtp://host:port`. */
                            relay: string;
                        }[];
                        /** @description Emails that are not finished, by status; 10001 stands for more than 10000. */
                        unfinished: {
                            /** @description Temporarily refused. */
                            deferred: number;
                            /** @description Held for a person. */
                            in_doubt: number;
                            /** @description Waiting for a worker. */
                            queued: number;
                            /** @description Their time has not come. */
                            scheduled: number;
                            /** @description An attempt is open. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                /** @description How far back. */
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
                        /** @description The emails that were accepted in the range, by where they stand now, as `GET /emails` lists them by status, mode and time; 100001 stands for more than 100000. */
                        emails: {
                            /** @description All of them. */
                            accepted: number;
                            /** @description Those that were refused. */
                            bounced: number;
                            /** @description Those that wait for their next attempt. */
                            deferred: number;
                            /** @description Those that were given up. */
                            failed: number;
                            /** @description The beginning of the range, ISO 8601. */
                            from: string;
                            /** @description Those that are sent by now. */
                            sent: number;
                            /** @description Those of the sandbox, which are in no other count but `accepted`. */
                            simulated: number;
                            /** @description Those of which every recipient is suppressed. */
                            suppressed: number;
                            /** @description Its end. */
                            until: string;
                        };
                        /** @description Every step of the range, the oldest first: events by the time at which they happened. */
                        points: {
                            /** @description Emails accepted. */
                            accepted: number;
                            /** @description Its beginning, ISO 8601. */
                            at: string;
                            /** @description Emails bounced. */
                            bounced: number;
                            /** @description Deferrals; an email that is deferred twice counts twice. */
                            deferred: number;
                            /** @description Emails given up or suppressed. */
                            failed: number;
                            /** @description Emails sent. */
                            sent: number;
                        }[];
                        /** @description How long a step is. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                /** @description Where the jobs are. */
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
                        /** @description Jobs by state; each names up to eight emails. */
                        counts: {
                            /** @description Being worked on. */
                            active: number;
                            /** @description To be worked on within a minute. */
                            delayed: number;
                            /** @description Ended by an error; kept by no release of Sendoff. */
                            failed: number;
                            /** @description To be worked on at once. */
                            waiting: number;
                        };
                        /**
                         * @description Where it is kept.
                         * @enum {string}
                         */
                        engine: "redis" | "postgres";
                        /** @description The first hundred emails that jobs name in the state that was asked for. */
                        jobs: {
                            /** @description ISO 8601; null for at once. */
                            due_at: string | null;
                            /** @description The email that a worker is to look at. */
                            email_id: string;
                            /** @description Why it failed. */
                            failure: string | null;
                            /** @description A worker skips a job of an older generation than its email. */
                            generation: number;
                            /** @description When the job was made; ISO 8601. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: A test key may use only what is about test mail. Or: A test key may use only what is about test mail. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                         * @description There is nothing beyond this page.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The last id of a page: answers the page after it.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                after?: string;
                /**
                 * @description The first id of a page: answers the page before it.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                before?: string;
                /**
                 * @description Emails accepted at this time or later. ISO 8601, UTC without an offset; write a `+` as `%2B`.
                 * @example 2026-04-03T22:13:42Z
                 */
                created_after?: string;
                /**
                 * @description Emails accepted before this time. ISO 8601, UTC without an offset; write a `+` as `%2B`.
                 * @example 2026-04-03T22:13:42Z
                 */
                created_before?: string;
                /**
                 * @description Emails from exactly this address, whatever its display name. Only one of `to`, `from`, `tag` and `subject` at a time.
                 * @example hello@acme.example
                 */
                from?: string;
                /** @description How many emails on a page. */
                limit?: number;
                /**
                 * @description `test`: emails that the sandbox simulates and never delivers. `live`: all others.
                 * @example live
                 */
                mode?: "live" | "test";
                /**
                 * @description Emails that stand here now.
                 * @example deferred
                 */
                status?: "scheduled" | "queued" | "sending" | "deferred" | "in_doubt" | "sent" | "bounced" | "failed" | "suppressed" | "canceled";
                /**
                 * @description Emails whose subject begins with this, in the same letter case. Only one of `to`, `from`, `tag` and `subject` at a time.
                 * @example Your invoice
                 */
                subject?: string;
                /**
                 * @description Emails with exactly this tag, as `name:value`. Only one of `to`, `from`, `tag` and `subject` at a time.
                 * @example category:welcome
                 */
                tag?: string;
                /**
                 * @description Emails to exactly this address, be it as to, cc or bcc. Only one of `to`, `from`, `tag` and `subject` at a time.
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
            /** @description A page. */
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
                        /** @description Newest first, without html, text, tags and recipients. */
                        data: {
                            /** @description Delivery attempts begun so far. */
                            attempts: number;
                            /** @description Recipients of copies that are not shown. */
                            bcc: string[];
                            /** @description Recipients of copies. */
                            cc: string[];
                            /** @description When it was accepted, such as `2026-04-03 22:13:42.674000+00`. */
                            created_at: string;
                            /** @description Why it did not reach some or all of its recipients, as far as is known; null when nothing of the kind is known. */
                            failure: {
                                /** @description For people, such as `gave up after 3 attempts; last reply 451 4.7.1 Try again later`. */
                                reason: string;
                            } | null;
                            /** @description The sender as it was given. */
                            from: string;
                            /** @description A UUIDv7: ids sort by the time of acceptance. */
                            id: string;
                            /**
                             * @description What happened last, in the words of the Resend API.
                             * @enum {string}
                             */
                            last_event: "queued" | "scheduled" | "sent" | "delivered" | "delivery_delayed" | "bounced" | "complained" | "failed" | "suppressed" | "canceled";
                            /** @description The `Message-ID` header, the same in every attempt. */
                            message_id: string;
                            /**
                             * @description `test`: simulated in the sandbox and never delivered, whatever `status` and `last_event` say. So is email that was sent with a test key, and email to test addresses such as `delivered@resend.dev` alone.
                             * @enum {string}
                             */
                            mode: "live" | "test";
                            /** @description Where answers go. */
                            reply_to: string[];
                            /** @description When its sender wanted it sent; null for at once. */
                            scheduled_at: string | null;
                            /**
                             * @description Where it stands, in the words of Sendoff: finer than `last_event`.
                             * @enum {string}
                             */
                            status: "scheduled" | "queued" | "sending" | "deferred" | "in_doubt" | "sent" | "bounced" | "failed" | "suppressed" | "canceled";
                            /** @description The subject. */
                            subject: string;
                            /** @description Recipients as they were given. */
                            to: string[];
                            /** @description Why it waits and when it is tried next; null when it does not wait. */
                            waiting: {
                                /** @description Null while it waits for a person. */
                                next_attempt_at: string | null;
                                /** @description `queued`, `scheduled`, or what the last attempt met, such as `greylisted: 451 4.7.1 ...`. */
                                reason: string;
                            } | null;
                        }[];
                        /** @description Whether more lie beyond this page, in its direction. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description 1 to 256 characters of your choice, remembered for 24 hours together with the API key. The same request again gets the first answer again and sends nothing; another request with the same key is refused.
                 * @example order-4711/confirmation
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description An email to be sent. */
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
                    /** @description Files that travel with the email: 40 MB together, counted as base64. */
                    attachments?: {
                        /** @description The bytes: base64 (RFC 4648, also url-safe, without padding or with white space), a `data:` URL, an array of integers, or `{"type":"Buffer","data":[...]}`. A text that begins with `BEGIN:VCALENDAR` is taken as it is. Each attachment has either `content` or `path`. */
                        content?: string | unknown[] | Record<string, never>;
                        /** @description Makes the file inline: the html refers to it as `cid:` and this id. Under 128 characters. */
                        content_id?: string;
                        /** @description The media type, such as `application/pdf`; found from the file name when absent. Messages and multiparts are sent as `application/octet-stream`, so that they arrive byte for byte. */
                        content_type?: string;
                        /** @description The name under which the file is shown. Where it is left out, the URL of `path` gives it, or it is `attachment-1.pdf` by the place and the type of the file. */
                        filename?: string;
                        /** @description An http or https URL of up to 2,048 characters, fetched after the email was accepted. When that fails for good, the email fails. A `data:` URL is taken as `content`. */
                        path?: string;
                    }[];
                    /** @description Addresses that get a copy and are not shown. */
                    bcc?: string | string[];
                    /** @description Addresses that get a copy and are shown. */
                    cc?: string | string[];
                    /** @description The sender: `name@example.com` or `Name <name@example.com>`, where the name is everything before the last `<`. May be left out where `MAIL_DEFAULT_FROM` is set. */
                    from?: string;
                    /** @description Further header fields by name, up to 64 KB together. ASCII is sent as it is; other characters are encoded where the field has a form for them, and refused where it has none. An array of strings is one field for each; `[{"name","value"}]` is taken as well. `Date` dates the message, `Message-ID` names it, `Reply-To` stands in for `reply_to`; fields that are written with the message or on its way, such as `MIME-Version`, `Content-Type` and `Return-Path`, are ignored, as are empty values. */
                    headers?: {
                        [key: string]: string | number | boolean | null | (string | number | boolean | null)[];
                    } | {
                        /** @description The name of a field. */
                        name: string;
                        /** @description A value, or one for each field of this name. */
                        value: string | number | boolean | null | (string | number | boolean | null)[];
                    }[];
                    /** @description The HTML body. At least one of `html` and `text` is needed; together they have at most 10 MB in UTF-8. */
                    html?: string;
                    /** @description Where answers go. */
                    reply_to?: string | string[];
                    /** @description When to send it, at most 30 days ahead: ISO 8601, such as `2026-04-03T22:13:42Z`, or English, such as `in 1 min` or `tomorrow at 9am`. UTC unless it names a time zone; `monday` means noon, `2026-04-03` midnight. A time that passed within the last 5 seconds means at once; an earlier one is refused. */
                    scheduled_at?: string;
                    /** @description The subject: one line, up to 2,000 octets of UTF-8. */
                    subject: string;
                    /** @description Labels of your own; `{"name":"value"}` is taken as well. */
                    tags?: ({
                        /** @description ASCII letters, digits, `_` and `-`; up to 256. */
                        name?: string;
                        /** @description ASCII letters, digits, `_` and `-`; up to 256. A tag with an empty one is left out. */
                        value?: string | number | boolean | null;
                    } & {
                        [key: string]: string | number | boolean | null;
                    })[] | {
                        [key: string]: string | number | boolean | null;
                    };
                    /** @description The plain text body. Made from `html` when absent, and left out where that takes too long; an empty string turns that off. */
                    text?: string;
                    /** @description One address or several, up to 50. */
                    to: string | string[];
                };
            };
        };
        responses: {
            /** @description The email is kept: it will be delivered whatever happens to any process from here on. */
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
                        /** @description The id of the email, to ask for it later. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This idempotency key was used for another request within the last 24 hours. Nothing was kept. Or: A request with this idempotency key is still in progress. Nothing was kept. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A required field is missing. Or: A field has a value that is not allowed. Or: Invalid `from` field. Or: An attachment is not valid. Or: A header field tells a relay what to do, which is not allowed here. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. Or: This API key has used up its quota of the day. Or: Too many emails of this API key wait for their time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The id that the submission answered.
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
                        /** @description Delivery attempts begun so far. */
                        attempts: number;
                        /** @description Recipients of copies that are not shown. */
                        bcc: string[];
                        /** @description Recipients of copies. */
                        cc: string[];
                        /** @description Whether html, text and attachments were removed, some time after the email was finished. */
                        content_expired: boolean;
                        /** @description When it was accepted, such as `2026-04-03 22:13:42.674000+00`. */
                        created_at: string;
                        /** @description Why it did not reach some or all of its recipients, as far as is known; null when nothing of the kind is known. */
                        failure: {
                            /** @description For people, such as `gave up after 3 attempts; last reply 451 4.7.1 Try again later`. */
                            reason: string;
                        } | null;
                        /** @description The sender as it was given. */
                        from: string;
                        /** @description The HTML body; null when there is none, and once content has expired. */
                        html: string | null;
                        /** @description A UUIDv7: ids sort by the time of acceptance. */
                        id: string;
                        /**
                         * @description What happened last, in the words of the Resend API.
                         * @enum {string}
                         */
                        last_event: "queued" | "scheduled" | "sent" | "delivered" | "delivery_delayed" | "bounced" | "complained" | "failed" | "suppressed" | "canceled";
                        /** @description The `Message-ID` header, the same in every attempt. */
                        message_id: string;
                        /**
                         * @description `test`: simulated in the sandbox and never delivered, whatever `status` and `last_event` say. So is email that was sent with a test key, and email to test addresses such as `delivered@resend.dev` alone.
                         * @enum {string}
                         */
                        mode: "live" | "test";
                        /** @enum {string} */
                        object: "email";
                        /** @description Each address once. */
                        recipients: {
                            /** @description In lower case. */
                            address: string;
                            /** @description What came back after the relay had taken the email; null while nothing did. */
                            feedback: {
                                /** @description When it came. */
                                created_at: string;
                                /** @description The enhanced status code (RFC 3463) of the report. */
                                enhanced_code: string | null;
                                /** @description What the report says. */
                                text: string | null;
                                /**
                                 * @description What happened, as in the events of the email.
                                 * @enum {string}
                                 */
                                type: "delivery_delayed" | "delivered" | "bounced" | "complained";
                            } | null;
                            /**
                             * @description The field that named it.
                             * @enum {string}
                             */
                            kind: "to" | "cc" | "bcc";
                            /** @description What the SMTP server said; null while it has said nothing. */
                            reply: {
                                /** @description The reply code (RFC 5321). */
                                code: number;
                                /** @description The enhanced status code (RFC 3463), such as `5.1.1`. */
                                enhanced_code: string | null;
                                /** @description The words of the server. */
                                text: string;
                            } | null;
                            /** @description Whether the sandbox made up what became of it: nothing was delivered to it. */
                            simulated: boolean;
                            /**
                             * @description Where the email stands for this recipient.
                             * @enum {string}
                             */
                            state: "pending" | "deferred" | "sent" | "bounced" | "failed" | "suppressed" | "canceled";
                        }[];
                        /** @description Where answers go. */
                        reply_to: string[];
                        /** @description When its sender wanted it sent; null for at once. */
                        scheduled_at: string | null;
                        /**
                         * @description Where it stands, in the words of Sendoff: finer than `last_event`.
                         * @enum {string}
                         */
                        status: "scheduled" | "queued" | "sending" | "deferred" | "in_doubt" | "sent" | "bounced" | "failed" | "suppressed" | "canceled";
                        /** @description The subject. */
                        subject: string;
                        /** @description Labels as they were given. */
                        tags: {
                            /** @description What the label is about. */
                            name: string;
                            /** @description What it says. */
                            value: string;
                        }[];
                        /** @description The plain text body; null when there is none, and once content has expired. */
                        text: string | null;
                        /** @description Recipients as they were given. */
                        to: string[];
                        /** @description Why it waits and when it is tried next; null when it does not wait. */
                        waiting: {
                            /** @description Null while it waits for a person. */
                            next_attempt_at: string | null;
                            /** @description `queued`, `scheduled`, or what the last attempt met, such as `greylisted: 451 4.7.1 ...`. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The id that the submission answered.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description What changes: only the time can. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scheduled_at": "tomorrow at 9am"
                 *     }
                 */
                "application/json": {
                    /** @description The id in the path once more, for clients that send it. Another one is refused. */
                    email_id?: string;
                    /** @description The id in the path once more, for clients that send it. Another one is refused. */
                    id?: string;
                    /** @description When to send it, at most 30 days ahead: ISO 8601, such as `2026-04-03T22:13:42Z`, or English, such as `in 1 min` or `tomorrow at 9am`. UTC unless it names a time zone; `monday` means noon, `2026-04-03` midnight. A time that passed within the last 5 seconds means at once; an earlier one is refused. */
                    scheduled_at: string;
                };
            };
        };
        responses: {
            /** @description The email has its new time. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A required field is missing. Or: A field has a value that is not allowed. Or: A parameter of the path or the query has a value that is not allowed. Or: The email is in a state that does not allow this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The last id of a page: answers the page after it.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                after?: string;
                /**
                 * @description The first id of a page: answers the page before it.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                before?: string;
                /** @description How many files on a page. */
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
            /** @description The files. */
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
                        /** @description In the order of the email. */
                        data: {
                            /** @description Whether the bytes are here: false until a file given by `path` is fetched, and once content has expired. Sendoff has this, Resend has not. */
                            available: boolean;
                            /**
                             * @description `inline` for a file with a `content_id`, which the html refers to.
                             * @enum {string}
                             */
                            content_disposition: "inline" | "attachment";
                            /** @description What the html refers to as `cid:…`; left out where there is none. */
                            content_id?: string;
                            /** @description The media type that it has in the message; found from its name where the email named none. */
                            content_type: string;
                            /** @description Where to get the bytes, without a key; works until `expires_at`. Answers 404 while they are not `available`. */
                            download_url: string;
                            /** @description Until when `download_url` works: an hour from now, in ISO 8601, such as `2026-04-03T23:13:42.000Z`. */
                            expires_at: string;
                            /** @description Its name. */
                            filename: string;
                            /** @description The id of the file. */
                            id: string;
                            /** @description Octets; 0 while a file given by `path` has not been fetched. */
                            size: number;
                        }[];
                        /** @description Whether more lie beyond this page, in its direction. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The id of the file.
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
            /** @description The file. */
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
                        /** @description Whether the bytes are here: false until a file given by `path` is fetched, and once content has expired. Sendoff has this, Resend has not. */
                        available: boolean;
                        /**
                         * @description `inline` for a file with a `content_id`, which the html refers to.
                         * @enum {string}
                         */
                        content_disposition: "inline" | "attachment";
                        /** @description What the html refers to as `cid:…`; left out where there is none. */
                        content_id?: string;
                        /** @description The media type that it has in the message; found from its name where the email named none. */
                        content_type: string;
                        /** @description Where to get the bytes, without a key; works until `expires_at`. Answers 404 while they are not `available`. */
                        download_url: string;
                        /** @description Until when `download_url` works: an hour from now, in ISO 8601, such as `2026-04-03T23:13:42.000Z`. */
                        expires_at: string;
                        /** @description Its name. */
                        filename: string;
                        /** @description The id of the file. */
                        id: string;
                        /** @enum {string} */
                        object: "attachment";
                        /** @description Octets; 0 while a file given by `path` has not been fetched. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The id that the submission answered.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The oldest first. */
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
                        /** @description The oldest first. */
                        data: {
                            /** @description When its outcome was written down; null while it is under way. */
                            finished_at: string | null;
                            /** @description What went wrong, for people, where no server said it, such as `connect ECONNREFUSED 192.0.2.9:587`. */
                            message: string | null;
                            /** @description From 1. */
                            number: number;
                            /**
                             * @description Null while it is under way. `partial`: some recipients were accepted, others refused. `relay_error`: no relay could be used, and no recipient was refused. `in_doubt`: it may have been sent, and no reply was recorded.
                             * @enum {string|null}
                             */
                            outcome: "sent" | "partial" | "deferred" | "bounced" | "failed" | "suppressed" | "relay_error" | "in_doubt" | null;
                            /** @description The id that the provider gave the message; null where its answer names none. */
                            provider_message_id: string | null;
                            /** @description A word for the cause, such as `greylisted`. */
                            reason: string | null;
                            /** @description Those that were tried and about which something is known. */
                            recipients: {
                                /** @description In lower case. */
                                address: string;
                                /** @description A word for the cause, such as `unknown_user`. */
                                reason: string;
                                /** @description What the SMTP server said; null while it has said nothing. */
                                reply: {
                                    /** @description The reply code (RFC 5321). */
                                    code: number;
                                    /** @description The enhanced status code (RFC 3463), such as `5.1.1`. */
                                    enhanced_code: string | null;
                                    /** @description The words of the server. */
                                    text: string;
                                } | null;
                                /**
                                 * @description What this attempt made of it.
                                 * @enum {string}
                                 */
                                verdict: "sent" | "deferred" | "bounced" | "suppressed";
                            }[];
                            /** @description The relay as `smtp://host:port`. */
                            relay: string | null;
                            /** @description The address that was connected to. */
                            remote_address: string | null;
                            /** @description What the SMTP server said; null while it has said nothing. */
                            reply: {
                                /** @description The reply code (RFC 5321). */
                                code: number;
                                /** @description The enhanced status code (RFC 3463), such as `5.1.1`. */
                                enhanced_code: string | null;
                                /** @description The words of the server. */
                                text: string;
                            } | null;
                            /** @description The relays that were preferred and not used, in the order of `MAIL_URL`, and why. */
                            skipped_relays: {
                                /** @description Whether this attempt connected to it; otherwise it was known to be unavailable. */
                                attempted: boolean;
                                /** @description The cause in words. */
                                message: string;
                                /** @description A word for the cause, such as `connection_refused` or `at_rate_limit`. */
                                reason: string;
                                /** @description The relay as `smtp://host:port`. */
                                relay: string;
                            }[];
                            /** @description When it began; written down before the network was touched. */
                            started_at: string;
                            /** @description Such as `TLSv1.3`; null where the connection was not encrypted, or there was none. */
                            tls_version: string | null;
                            /** @description The worker that made it. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The id that the submission answered.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. Or: The email is in a state that does not allow this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The id that the submission answered.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The oldest first. */
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
                        /** @description The oldest first. */
                        data: {
                            /** @description The attempt in which it happened. */
                            attempt: number | null;
                            /** @description `retry` or `resolved` where a person did it. */
                            cause: string | null;
                            /** @description When. */
                            created_at: string;
                            /** @description From 1. */
                            number: number;
                            /** @description A word for the cause, such as `unknown_user`. */
                            reason: string | null;
                            /** @description The address that it is about, where it is about one alone. */
                            recipient: string | null;
                            /** @description What the SMTP server said; null while it has said nothing. */
                            reply: {
                                /** @description The reply code (RFC 5321). */
                                code: number;
                                /** @description The enhanced status code (RFC 3463), such as `5.1.1`. */
                                enhanced_code: string | null;
                                /** @description The words of the server. */
                                text: string;
                            } | null;
                            /**
                             * @description What happened.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The id that the submission answered.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description What became of the email. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "sent"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description What was found out: it was `sent`; it was not, so `retry`; or it was not and is given up, `failed`.
                     * @enum {string}
                     */
                    outcome: "sent" | "retry" | "failed";
                };
            };
        };
        responses: {
            /** @description The doubt is ended. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A required field is missing. Or: A field has a value that is not allowed. Or: A parameter of the path or the query has a value that is not allowed. Or: The email is in a state that does not allow this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The id that the submission answered.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. Or: The email is in a state that does not allow this. Or: The content of this email has been removed, so it cannot be sent again. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                /** @description Seconds to wait at most. */
                timeout?: number;
                /**
                 * @description A `status` or a `last_event`. Without it, any state in which the email stays unless a person acts.
                 * @example sent
                 */
                until?: "scheduled" | "queued" | "sending" | "deferred" | "in_doubt" | "sent" | "bounced" | "failed" | "suppressed" | "canceled" | "delivered" | "delivery_delayed" | "complained";
            };
            header?: never;
            path: {
                /**
                 * @description The id that the submission answered.
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
                        /** @description Delivery attempts begun so far. */
                        attempts: number;
                        /** @description Recipients of copies that are not shown. */
                        bcc: string[];
                        /** @description Recipients of copies. */
                        cc: string[];
                        /** @description Whether html, text and attachments were removed, some time after the email was finished. */
                        content_expired: boolean;
                        /** @description When it was accepted, such as `2026-04-03 22:13:42.674000+00`. */
                        created_at: string;
                        /** @description Why it did not reach some or all of its recipients, as far as is known; null when nothing of the kind is known. */
                        failure: {
                            /** @description For people, such as `gave up after 3 attempts; last reply 451 4.7.1 Try again later`. */
                            reason: string;
                        } | null;
                        /** @description The sender as it was given. */
                        from: string;
                        /** @description The HTML body; null when there is none, and once content has expired. */
                        html: string | null;
                        /** @description A UUIDv7: ids sort by the time of acceptance. */
                        id: string;
                        /**
                         * @description What happened last, in the words of the Resend API.
                         * @enum {string}
                         */
                        last_event: "queued" | "scheduled" | "sent" | "delivered" | "delivery_delayed" | "bounced" | "complained" | "failed" | "suppressed" | "canceled";
                        /** @description The `Message-ID` header, the same in every attempt. */
                        message_id: string;
                        /**
                         * @description `test`: simulated in the sandbox and never delivered, whatever `status` and `last_event` say. So is email that was sent with a test key, and email to test addresses such as `delivered@resend.dev` alone.
                         * @enum {string}
                         */
                        mode: "live" | "test";
                        /** @enum {string} */
                        object: "email";
                        /** @description Each address once. */
                        recipients: {
                            /** @description In lower case. */
                            address: string;
                            /** @description What came back after the relay had taken the email; null while nothing did. */
                            feedback: {
                                /** @description When it came. */
                                created_at: string;
                                /** @description The enhanced status code (RFC 3463) of the report. */
                                enhanced_code: string | null;
                                /** @description What the report says. */
                                text: string | null;
                                /**
                                 * @description What happened, as in the events of the email.
                                 * @enum {string}
                                 */
                                type: "delivery_delayed" | "delivered" | "bounced" | "complained";
                            } | null;
                            /**
                             * @description The field that named it.
                             * @enum {string}
                             */
                            kind: "to" | "cc" | "bcc";
                            /** @description What the SMTP server said; null while it has said nothing. */
                            reply: {
                                /** @description The reply code (RFC 5321). */
                                code: number;
                                /** @description The enhanced status code (RFC 3463), such as `5.1.1`. */
                                enhanced_code: string | null;
                                /** @description The words of the server. */
                                text: string;
                            } | null;
                            /** @description Whether the sandbox made up what became of it: nothing was delivered to it. */
                            simulated: boolean;
                            /**
                             * @description Where the email stands for this recipient.
                             * @enum {string}
                             */
                            state: "pending" | "deferred" | "sent" | "bounced" | "failed" | "suppressed" | "canceled";
                        }[];
                        /** @description Where answers go. */
                        reply_to: string[];
                        /** @description When its sender wanted it sent; null for at once. */
                        scheduled_at: string | null;
                        /**
                         * @description Where it stands, in the words of Sendoff: finer than `last_event`.
                         * @enum {string}
                         */
                        status: "scheduled" | "queued" | "sending" | "deferred" | "in_doubt" | "sent" | "bounced" | "failed" | "suppressed" | "canceled";
                        /** @description The subject. */
                        subject: string;
                        /** @description Labels as they were given. */
                        tags: {
                            /** @description What the label is about. */
                            name: string;
                            /** @description What it says. */
                            value: string;
                        }[];
                        /** @description The plain text body; null when there is none, and once content has expired. */
                        text: string | null;
                        /** @description Recipients as they were given. */
                        to: string[];
                        /** @description Why it waits and when it is tried next; null when it does not wait. */
                        waiting: {
                            /** @description Null while it waits for a person. */
                            next_attempt_at: string | null;
                            /** @description `queued`, `scheduled`, or what the last attempt met, such as `greylisted: 451 4.7.1 ...`. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The same as the header `x-batch-validation`, which has the say where both are given.
                 * @example permissive
                 */
                validation_mode?: string;
            };
            header?: {
                /**
                 * @description 1 to 256 characters of your choice, remembered for 24 hours together with the API key. The same request again gets the first answer again and sends nothing; another request with the same key is refused.
                 * @example order-4711/confirmation
                 */
                "idempotency-key"?: string;
                /**
                 * @description `strict`, the default: all or nothing. `permissive`: what is valid is kept, and `errors` names the rest.
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
                    /** @description Addresses that get a copy and are not shown. */
                    bcc?: string | string[];
                    /** @description Addresses that get a copy and are shown. */
                    cc?: string | string[];
                    /** @description The sender: `name@example.com` or `Name <name@example.com>`, where the name is everything before the last `<`. May be left out where `MAIL_DEFAULT_FROM` is set. */
                    from?: string;
                    /** @description Further header fields by name, up to 64 KB together. ASCII is sent as it is; other characters are encoded where the field has a form for them, and refused where it has none. An array of strings is one field for each; `[{"name","value"}]` is taken as well. `Date` dates the message, `Message-ID` names it, `Reply-To` stands in for `reply_to`; fields that are written with the message or on its way, such as `MIME-Version`, `Content-Type` and `Return-Path`, are ignored, as are empty values. */
                    headers?: {
                        [key: string]: string | number | boolean | null | (string | number | boolean | null)[];
                    } | {
                        /** @description The name of a field. */
                        name: string;
                        /** @description A value, or one for each field of this name. */
                        value: string | number | boolean | null | (string | number | boolean | null)[];
                    }[];
                    /** @description The HTML body. At least one of `html` and `text` is needed; together they have at most 10 MB in UTF-8. */
                    html?: string;
                    /** @description Where answers go. */
                    reply_to?: string | string[];
                    /** @description When to send it, at most 30 days ahead: ISO 8601, such as `2026-04-03T22:13:42Z`, or English, such as `in 1 min` or `tomorrow at 9am`. UTC unless it names a time zone; `monday` means noon, `2026-04-03` midnight. A time that passed within the last 5 seconds means at once; an earlier one is refused. */
                    scheduled_at?: string;
                    /** @description The subject: one line, up to 2,000 octets of UTF-8. */
                    subject: string;
                    /** @description Labels of your own; `{"name":"value"}` is taken as well. */
                    tags?: ({
                        /** @description ASCII letters, digits, `_` and `-`; up to 256. */
                        name?: string;
                        /** @description ASCII letters, digits, `_` and `-`; up to 256. A tag with an empty one is left out. */
                        value?: string | number | boolean | null;
                    } & {
                        [key: string]: string | number | boolean | null;
                    })[] | {
                        [key: string]: string | number | boolean | null;
                    };
                    /** @description The plain text body. Made from `html` when absent, and left out where that takes too long; an empty string turns that off. */
                    text?: string;
                    /** @description One address or several, up to 50. */
                    to: string | string[];
                }[];
            };
        };
        responses: {
            /** @description The emails of `data` are kept. */
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
                        /** @description The emails that are kept, in the order of the request. */
                        data: {
                            /** @description The id of an email. */
                            id: string;
                        }[];
                        /** @description The emails that are not kept. Only with `x-batch-validation: permissive`. */
                        errors?: {
                            /** @description The place of the email in the request, from 0. */
                            index: number;
                            /** @description What is wrong with it. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This idempotency key was used for another request within the last 24 hours. Nothing was kept. Or: A request with this idempotency key is still in progress. Nothing was kept. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A required field is missing. Or: A field has a value that is not allowed. Or: Invalid `from` field. Or: A parameter of the path or the query has a value that is not allowed. Or: A header field tells a relay what to do, which is not allowed here. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. Or: This API key has used up its quota of the day. Or: Too many emails of this API key wait for their time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                         * @description There is nothing beyond this page.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                         * @description There is nothing beyond this page.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
            /** @description The process runs. */
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
                         * @description There is nothing beyond this page.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                         * @description There is nothing beyond this page.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                         * @description There is nothing beyond this page.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
            /** @description Email is accepted. `degraded`: it is sent some seconds late, since the queue cannot be used. */
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
                        /** @description Each part that was looked at. */
                        checks: {
                            /**
                             * @description Whether PostgreSQL can be written to: without it nothing is accepted.
                             * @enum {string}
                             */
                            database: "ok" | "unreachable";
                            /**
                             * @description Whether the queue can be written to: without it email is accepted, and sent from the database some seconds later.
                             * @enum {string}
                             */
                            queue: "ok" | "unreachable";
                        };
                        /**
                         * @description `degraded` while the queue cannot be used.
                         * @enum {string}
                         */
                        status: "ready" | "degraded";
                    };
                };
            };
            /** @description The database is away: nothing can be accepted. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statusCode": 503,
                     *       "message": "Sendoff cannot take this now. Try again shortly.",
                     *       "name": "application_error",
                     *       "status": "unavailable",
                     *       "checks": {
                     *         "database": "unreachable",
                     *         "queue": "ok"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @description Each part that was looked at. */
                        checks: {
                            /**
                             * @description Whether PostgreSQL can be written to: without it nothing is accepted.
                             * @enum {string}
                             */
                            database: "ok" | "unreachable";
                            /**
                             * @description Whether the queue can be written to: without it email is accepted, and sent from the database some seconds later.
                             * @enum {string}
                             */
                            queue: "ok" | "unreachable";
                        };
                        /** @description What is wrong, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                         * @description There is nothing beyond this page.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The last id of a page: answers the page after it.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                after?: string;
                /**
                 * @description The first id of a page: answers the page before it.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                before?: string;
                /** @description How many suppressions on a page. */
                limit?: number;
                /**
                 * @description `manual`: somebody put it there. `bounce`: a server said that there is no such recipient. `complaint`: the recipient called an email spam.
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
            /** @description A page. */
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
                        /** @description The newest first. */
                        data: {
                            /** @description Since when, such as `2026-04-03 22:13:42.674000+00`. */
                            created_at: string;
                            /** @description The address, in lower case. */
                            email: string;
                            /** @description The id of the suppression. */
                            id: string;
                            /**
                             * @description `manual`: somebody put it there. `bounce`: a server said that there is no such recipient. `complaint`: the recipient called an email spam.
                             * @example bounce
                             * @enum {string}
                             */
                            origin: "manual" | "bounce" | "complaint";
                            /** @description The email that bounced or was complained about; null where there is none. */
                            source_id: string | null;
                        }[];
                        /** @description Whether more lie beyond this page, in its direction. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: A test key may use only what is about test mail. Or: A test key may use only what is about test mail. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
        /** @description Whom to suppress. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description An email address; upper and lower case are the same.
                     * @example ada@example.com
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description It is on the list. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: A test key may use only what is about test mail. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description Since when, such as `2026-04-03 22:13:42.674000+00`. */
                        created_at: string;
                        /** @description The address, in lower case. */
                        email: string;
                        /** @description The id of the suppression. */
                        id: string;
                        /** @enum {string} */
                        object: "suppression";
                        /**
                         * @description `manual`: somebody put it there. `bounce`: a server said that there is no such recipient. `complaint`: the recipient called an email spam.
                         * @example bounce
                         * @enum {string}
                         */
                        origin: "manual" | "bounce" | "complaint";
                        /** @description The email that bounced or was complained about; null where there is none. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: A test key may use only what is about test mail. Or: A test key may use only what is about test mail. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
            /** @description It is off the list. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: A test key may use only what is about test mail. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
        /** @description Whom to suppress. */
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
            /** @description They are on the list. */
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
                        /** @description One for each different address, in the order of the request. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: A test key may use only what is about test mail. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
            /** @description They are off the list. */
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
                        /** @description Those that were on the list, in the order of the request. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: A test key may use only what is about test mail. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description `manual`: somebody put it there. `bounce`: a server said that there is no such recipient. `complaint`: the recipient called an email spam.
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
            /** @description The file. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: A test key may use only what is about test mail. Or: A test key may use only what is about test mail. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
            /** @description What came of the file. */
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
                        /** @description Addresses that are on the list since. */
                        added: number;
                        /** @description The lines that were left out. Beyond 10,000 of them the file is not read any further, and the answer is an error. */
                        errors: {
                            /** @description The number of the line, from 1. */
                            line: number;
                            /** @description What is wrong with it. */
                            message: string;
                        }[];
                        /** @description Lines whose address was on the list already, or stood in an earlier line. */
                        existing: number;
                        /** @description Lines that were left out. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: A test key may use only what is about test mail. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                         * @description There is nothing beyond this page.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                         * @description There is nothing beyond this page.
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The last id of a page: answers the page after it.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                after?: string;
                /**
                 * @description The first id of a page: answers the page before it.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                before?: string;
                /** @description How many webhooks on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
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
                        /** @description The newest first, without their secrets. */
                        data: {
                            /** @description When it was made, such as `2026-04-03 22:13:42.674000+00`. */
                            created_at: string;
                            /** @description When it was disabled. */
                            disabled_at: string | null;
                            /** @description Why it was disabled, where nobody asked for it. */
                            disabled_reason: string | null;
                            /** @description Where events are posted. */
                            endpoint: string;
                            /** @description The types of events that are posted. */
                            events: string[];
                            /** @description Since when no attempt has succeeded; null while all is well. Sendoff has this, Resend has not. */
                            failing_since: string | null;
                            /** @description A UUIDv7. */
                            id: string;
                            /**
                             * @description `test`: it gets the events of test mail only, since a test key made it. `live`: it gets all.
                             * @enum {string}
                             */
                            mode: "live" | "test";
                            /** @description What you call it; null where it has no name. */
                            name: string | null;
                            /**
                             * @description Whether events are posted.
                             * @enum {string}
                             */
                            status: "enabled" | "disabled";
                        }[];
                        /** @description Whether more lie beyond this page, in its direction. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
        /** @description Where to post, and what. */
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
                    /** @description Where events are posted: an http or https URL without user name and password. Whether it leads to a public address is looked at with each attempt. */
                    endpoint: string;
                    /** @description The types of events that are posted, each once: `email.scheduled`, `email.sent`, `email.delivered`, `email.delivery_delayed`, `email.bounced`, `email.complained`, `email.failed`, `email.suppressed`, `suppression.added`, `suppression.removed`. Those of what Sendoff does not serve yet are taken as well, and never posted: `email.opened`, `email.clicked`, `email.received`, `contact.created`, `contact.updated`, `contact.deleted`, `contact.topics.updated`, `domain.created`, `domain.updated`, `domain.deleted`, `topic.created`, `topic.updated`, `topic.deleted`, `inbox.created`, `inbox.updated`, `inbox.deleted`, `inbox.thread.created`, `inbox.thread.folder.updated`, `inbox.thread.assigned`, `inbox.thread.unassigned`, `inbox.thread.labels.updated`, `inbox.email.received`, `inbox.email.sent`, `inbox.draft.created`, `inbox.draft.updated`, `inbox.draft.sent`, `inbox.draft.deleted`. */
                    events: ("email.scheduled" | "email.sent" | "email.delivered" | "email.delivery_delayed" | "email.bounced" | "email.complained" | "email.failed" | "email.suppressed" | "suppression.added" | "suppression.removed" | "email.opened" | "email.clicked" | "email.received" | "contact.created" | "contact.updated" | "contact.deleted" | "contact.topics.updated" | "domain.created" | "domain.updated" | "domain.deleted" | "topic.created" | "topic.updated" | "topic.deleted" | "inbox.created" | "inbox.updated" | "inbox.deleted" | "inbox.thread.created" | "inbox.thread.folder.updated" | "inbox.thread.assigned" | "inbox.thread.unassigned" | "inbox.thread.labels.updated" | "inbox.email.received" | "inbox.email.sent" | "inbox.draft.created" | "inbox.draft.updated" | "inbox.draft.sent" | "inbox.draft.deleted")[];
                    /** @description What you call it: up to 256 characters on one line; an empty one is none. */
                    name?: string;
                    /**
                     * @description `disabled`: no event is written for it any more, and what waits for it waits until it is `enabled` again.
                     * @enum {string}
                     */
                    status?: "enabled" | "disabled";
                };
            };
        };
        responses: {
            /** @description The webhook was made. */
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
                        /** @description What the events are signed with from now on. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description This API key may not be used from this address. Or: This request comes from another site. Or: This API key has as many webhooks as it may. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description When it was made, such as `2026-04-03 22:13:42.674000+00`. */
                        created_at: string;
                        /** @description When it was disabled. */
                        disabled_at: string | null;
                        /** @description Why it was disabled, where nobody asked for it. */
                        disabled_reason: string | null;
                        /** @description Where events are posted. */
                        endpoint: string;
                        /** @description The types of events that are posted. */
                        events: string[];
                        /** @description Since when no attempt has succeeded; null while all is well. Sendoff has this, Resend has not. */
                        failing_since: string | null;
                        /** @description A UUIDv7. */
                        id: string;
                        /**
                         * @description `test`: it gets the events of test mail only, since a test key made it. `live`: it gets all.
                         * @enum {string}
                         */
                        mode: "live" | "test";
                        /** @description What you call it; null where it has no name. */
                        name: string | null;
                        /** @enum {string} */
                        object: "webhook";
                        /** @description What the events are signed with, as Standard Webhooks writes it. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
        /** @description What is to be changed; the rest stays as it is. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description Where events are posted: an http or https URL without user name and password. Whether it leads to a public address is looked at with each attempt. */
                    endpoint?: string;
                    /** @description The types of events that are posted, each once: `email.scheduled`, `email.sent`, `email.delivered`, `email.delivery_delayed`, `email.bounced`, `email.complained`, `email.failed`, `email.suppressed`, `suppression.added`, `suppression.removed`. Those of what Sendoff does not serve yet are taken as well, and never posted: `email.opened`, `email.clicked`, `email.received`, `contact.created`, `contact.updated`, `contact.deleted`, `contact.topics.updated`, `domain.created`, `domain.updated`, `domain.deleted`, `topic.created`, `topic.updated`, `topic.deleted`, `inbox.created`, `inbox.updated`, `inbox.deleted`, `inbox.thread.created`, `inbox.thread.folder.updated`, `inbox.thread.assigned`, `inbox.thread.unassigned`, `inbox.thread.labels.updated`, `inbox.email.received`, `inbox.email.sent`, `inbox.draft.created`, `inbox.draft.updated`, `inbox.draft.sent`, `inbox.draft.deleted`. */
                    events?: ("email.scheduled" | "email.sent" | "email.delivered" | "email.delivery_delayed" | "email.bounced" | "email.complained" | "email.failed" | "email.suppressed" | "suppression.added" | "suppression.removed" | "email.opened" | "email.clicked" | "email.received" | "contact.created" | "contact.updated" | "contact.deleted" | "contact.topics.updated" | "domain.created" | "domain.updated" | "domain.deleted" | "topic.created" | "topic.updated" | "topic.deleted" | "inbox.created" | "inbox.updated" | "inbox.deleted" | "inbox.thread.created" | "inbox.thread.folder.updated" | "inbox.thread.assigned" | "inbox.thread.unassigned" | "inbox.thread.labels.updated" | "inbox.email.received" | "inbox.email.sent" | "inbox.draft.created" | "inbox.draft.updated" | "inbox.draft.sent" | "inbox.draft.deleted")[];
                    /** @description The id in the path once more, for clients that send it. Another one is refused. */
                    id?: string;
                    /** @description What you call it: up to 256 characters on one line; an empty one is none. */
                    name?: string;
                    /**
                     * @description `disabled`: no event is written for it any more, and what waits for it waits until it is `enabled` again.
                     * @enum {string}
                     */
                    status?: "enabled" | "disabled";
                    /** @description The id in the path once more, for clients that send it. Another one is refused. */
                    webhook_id?: string;
                };
            };
        };
        responses: {
            /** @description The webhook is changed. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The last id of a page: answers the page after it.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                after?: string;
                /**
                 * @description The first id of a page: answers the page before it.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                before?: string;
                /** @description How many events on a page. */
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
            /** @description A page. */
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
                        /** @description The newest first, without their bodies. */
                        data: {
                            /** @description When it happened. */
                            created_at: string;
                            /** @description What the receiver gets as `webhook-id` and `svix-id`, the same in every attempt. */
                            id: string;
                            /**
                             * @description `success`: answered with 2xx. `pending`: waiting for its next attempt. `attempting`: under way. `failed`: given up.
                             * @enum {string}
                             */
                            status: "pending" | "attempting" | "success" | "failed";
                            /** @description Such as `email.bounced`. */
                            type: string;
                        }[];
                        /** @description Whether more lie beyond this page, in its direction. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The id of the event: what its receiver got as `webhook-id`.
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
                        /** @description When it happened. */
                        created_at: string;
                        /** @description What the receiver gets as `webhook-id` and `svix-id`, the same in every attempt. */
                        id: string;
                        /** @description When it is posted next; null when no attempt is to come, or its webhook is disabled. */
                        next_attempt_at: string | null;
                        /** @enum {string} */
                        object: "webhook_event";
                        /** @description The body as it is posted: `type`, `created_at` and `data`. */
                        payload: {
                            [key: string]: unknown;
                        };
                        /**
                         * @description `success`: answered with 2xx. `pending`: waiting for its next attempt. `attempting`: under way. `failed`: given up.
                         * @enum {string}
                         */
                        status: "pending" | "attempting" | "success" | "failed";
                        /** @description Such as `email.bounced`. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The last id of a page: answers the page after it.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                after?: string;
                /**
                 * @description The first id of a page: answers the page before it.
                 * @example 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b
                 */
                before?: string;
                /** @description How many attempts on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The id of the event: what its receiver got as `webhook-id`.
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
            /** @description A page. */
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
                        /** @description The newest first. */
                        data: {
                            /** @description What went wrong, in words. */
                            error: string | null;
                            /** @description When what came of it was written down; null while it is under way. */
                            finished_at: string | null;
                            /** @description 0 where there was no answer. */
                            http_status_code: number;
                            /** @description The id of the attempt. */
                            id: string;
                            /** @description From 1. */
                            number: number;
                            /**
                             * @description Null while it is under way. `delivered`: answered with 2xx. `refused`: answered with anything else. `no_answer`. `forbidden`: the address may not be connected to. `abandoned`: its worker is gone, and it may have been sent.
                             * @enum {string|null}
                             */
                            outcome: "delivered" | "refused" | "no_answer" | "forbidden" | "abandoned" | null;
                            /** @description The first kilobyte of the answer, as text. */
                            response: string;
                            /** @description When it began; written down before the network was touched. */
                            sent_at: string;
                        }[];
                        /** @description Whether more lie beyond this page, in its direction. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                 * @description The id of the event: what its receiver got as `webhook-id`.
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
            /** @description The event is posted soon. */
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
                        /** @description The id of the event, which stays the same. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description A parameter of the path or the query has a value that is not allowed. Or: The event cannot be posted again now. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
            /** @description The new secret signs from now on. */
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
                        /** @description What the events are signed with from now on. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description The request body came too slowly. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says. Or: Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
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
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
            /** @description Too many large requests at once. Try again after as many seconds as the header `retry-after` says. Or: Sendoff cannot take this now. Try again shortly. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is wrong and what to do, for people. */
                        message: string;
                        /** @description What is wrong, for programs. */
                        name: string;
                        /** @description The HTTP status code. */
                        statusCode: number;
                    };
                };
            };
        };
    };
}
