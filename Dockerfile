FROM node:20-bookworm-slim AS build
WORKDIR /ledtid
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
WORKDIR /ledtid
ENV NODE_ENV=production
COPY --from=build /ledtid/package.json ./
COPY --from=build /ledtid/node_modules ./node_modules
COPY --from=build /ledtid/dist ./dist
COPY --from=build /ledtid/bin ./bin
RUN cd /var/lib && mkdir ledtid ledtid-checkpoints ledtid-documents && chown node:node ledtid ledtid-checkpoints ledtid-documents
USER node
EXPOSE 3000
CMD ["node", "dist/apps/api/main.js"]
