// Written by the build: the exact files of one version, kept under one name, served without a network.
"use strict";
const PREFIX = "so-tay-dai-hoi-";
const CACHE = "@cache@";
const FILES = @files@;

self.addEventListener("install", event => {
  // Past the browser's own cache: an older answer for an unhashed name must not enter a newer version.
  const requests = FILES.map(file => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(requests)));
});

// A new version waits until the page says that no congress is running.
self.addEventListener("message", event => {
  if (event.data && event.data.type === "activate") self.skipWaiting();
});

self.addEventListener("activate", event => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", event => {
  const request = event.request;
  const url = new URL(request.url);
  const scope = new URL(self.registration.scope);
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  event.respondWith(answer(request, url.pathname.slice(scope.pathname.length), scope));
});

async function answer(request, path, scope) {
  const cache = await caches.open(CACHE);
  const visit = request.mode === "navigate";
  const home = visit && (path === "" || path === "index.html");
  const kept = await cache.match(home ? scope.href : request, { ignoreSearch: true, ignoreVary: true });
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    // Every place of the app is behind the one page; under another address its files would not be found.
    if (visit) return Response.redirect(scope.href);
    throw error;
  }
}
