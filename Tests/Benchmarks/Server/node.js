// The design that modeldex serve replaces, for comparison: the catalogue is a map, and the answer is
// encoded for every request; a search finds substrings of name, description or id.
// node node.js CATALOGUE PORT, where CATALOGUE is modeldex's answer to GET /api/models.
const fs = require('node:fs');
const http = require('node:http');

const { core, openrouter } = JSON.parse(fs.readFileSync(process.argv[2], 'utf8')).data;

function success(response, data, meta) {
  const body = JSON.stringify({
    success: true, data, meta: { timestamp: new Date().toISOString(), ...meta },
  });
  response.writeHead(200, {
    'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}

function matches(models, query) {
  const found = {};
  for (const [id, model] of Object.entries(models)) {
    if (
      model.name.toLowerCase().includes(query)
      || (model.description ?? '').toLowerCase().includes(query)
      || id.toLowerCase().includes(query)
    ) {
      found[id] = { ...model };
    }
  }
  return found;
}

http.createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  switch (url.pathname) {
    case '/api/models':
      return success(response, { core, openrouter, combined: { ...core, ...openrouter } }, {
        core: Object.keys(core).length, openrouter: Object.keys(openrouter).length,
      });
    case '/api/models/core':
      return success(response, core, { count: Object.keys(core).length, source: 'core' });
    case '/api/models/search': {
      const query = (url.searchParams.get('q') ?? '').trim().toLowerCase();
      const [inCore, inOpenRouter] = [matches(core, query), matches(openrouter, query)];
      const combined = { ...inCore, ...inOpenRouter };
      return success(response, { core: inCore, openrouter: inOpenRouter, combined }, {
        query, totalResults: Object.keys(combined).length,
      });
    }
    default:
      response.writeHead(404);
      return response.end();
  }
}).listen(Number(process.argv[3]), '127.0.0.1');
