// An OpenID provider for tests, with a real RS256 key: everybody is "jdoe", a coder. PORT=N node web/e2e/provider.mjs
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

const PORT = Number(process.env.PORT);
const ISSUER = `http://127.0.0.1:${PORT}`;
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const codes = new Map();

const base64 = (value) => Buffer.from(value).toString('base64url');

function token(claims) {
  const text = `${base64(JSON.stringify({ alg: 'RS256', typ: 'JWT', kid: 'k' }))}.${base64(JSON.stringify(claims))}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
}

function json(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

const ROUTES = {
  '/.well-known/openid-configuration': (_, response) =>
    json(response, 200, {
      issuer: ISSUER,
      jwks_uri: `${ISSUER}/keys`,
      authorization_endpoint: `${ISSUER}/authorize`,
      token_endpoint: `${ISSUER}/token`,
      end_session_endpoint: `${ISSUER}/end`,
    }),
  '/keys': (_, response) => json(response, 200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] }),
  '/authorize': (asked, response) => {
    const code = randomBytes(16).toString('hex');
    codes.set(code, Object.fromEntries(asked));
    response.writeHead(302, { Location: `${asked.get('redirect_uri')}?${new URLSearchParams({ code, state: asked.get('state') })}` }).end();
  },
  '/token': (_, response, body) => {
    const form = new URLSearchParams(body);
    const asked = codes.get(form.get('code'));
    codes.delete(form.get('code'));
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    if (asked?.code_challenge !== challenge) return json(response, 400, { error: 'invalid_grant' });
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: ISSUER, aud: asked.client_id, sub: '7f4c1c9e', preferred_username: 'jdoe', iat: now, exp: now + 300, nonce: asked.nonce, roles: ['coder'] };
    return json(response, 200, { token_type: 'Bearer', access_token: 'opaque', id_token: token(claims) });
  },
  '/end': (_, response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end('signed out at the provider'),
};

createServer(async (request, response) => {
  const url = new URL(request.url, ISSUER);
  let body = '';
  for await (const part of request) body += part;
  const route = ROUTES[url.pathname];
  if (route) route(url.searchParams, response, body);
  else response.writeHead(404).end();
}).listen(PORT, '127.0.0.1', () => console.log(ISSUER));
