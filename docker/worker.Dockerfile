# The worker: takes jobs, sends emails and records the outcomes.
#
#   docker build -f docker/worker.Dockerfile -t sendoff-worker .
#
# The build contains no native code, so one build serves every platform.

FROM --platform=$BUILDPLATFORM node:24-bookworm-slim AS tools
ENV CI=true TURBO_TELEMETRY_DISABLED=1
WORKDIR /repository
# The tools have the versions declared in package.json.
COPY package.json ./
RUN npm install --global "pnpm@$(node -p 'require("./package.json").packageManager.split("@")[1]')" \
  "turbo@$(node -p 'require("./package.json").devDependencies.turbo')"

# The part of the repository that this app needs: manifests and a lock file in /pruned/json, sources in /pruned/full.
FROM tools AS pruned
COPY . .
RUN turbo prune @sendoff/worker --docker --out-dir /pruned

# COPY compares contents, so the install layer is rebuilt only when the manifests or the lock file change.
FROM tools AS build
WORKDIR /workspace
COPY --from=pruned /pruned/json/ ./
RUN pnpm install --frozen-lockfile
COPY --from=pruned /pruned/full/ ./
RUN turbo run build
COPY docker/trim.js /trim.js
RUN pnpm --filter @sendoff/worker deploy --prod --legacy --offline /out/apps/worker \
  && node /trim.js /out

FROM node:24-bookworm-slim
# No package manager is needed at runtime, and removing them avoids their security updates.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn* /opt/yarn*
ENV NODE_ENV=production HOST=0.0.0.0 WORKER_PORT=3001
COPY docker/healthcheck.js /app/healthcheck.js
COPY --from=build /out /app
WORKDIR /app/apps/worker
USER 1000:1000
EXPOSE 3001
# Node.js is the first process, so that it receives SIGTERM directly.
ENTRYPOINT ["node"]
CMD ["dist/main.js"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["node", "/app/healthcheck.js", "WORKER_PORT"]
STOPSIGNAL SIGTERM

# Last, so that a new revision does not invalidate the layers above.
ARG VERSION=0.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Sendoff worker" \
  org.opencontainers.image.description="Sends emails through SMTP relays and records what became of them" \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.version="$VERSION" \
  org.opencontainers.image.revision="$REVISION"
