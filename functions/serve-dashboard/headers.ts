/**
 * The page runs its own script and shows its own style, asks its own origin and the issuer it signs in with, and nothing else:
 * what a customer wrote could not do anything even if it became markup. `require-trusted-types-for` forbids the very ways in
 * which it could.
 */
const policy = (origins: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ['connect-src', "'self'", ...origins].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** What the page never asks a browser for. */
const unasked = ['camera', 'geolocation', 'microphone', 'payment', 'usb'].map((feature) => `${feature}=()`).join(', ');

/** Two years, as browsers ask of whoever wants to be known for TLS alone (hstspreload.org). */
const TLS_SECONDS = 63_072_000;

/** Of every answer, whatever it is (OWASP, "HTTP security response headers"). */
export const securityHeaders = (origins: readonly string[]): Record<string, string> => ({
  'content-security-policy': policy(origins),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': unasked,
  'referrer-policy': 'no-referrer',
  'strict-transport-security': `max-age=${TLS_SECONDS}`,
  'x-content-type-options': 'nosniff',
});
