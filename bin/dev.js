#!/usr/bin/env node
// The same CLI straight from the TypeScript sources: Node strips the types itself. Which Node is good is decided in one place.
await import('./run.js?from-source')
