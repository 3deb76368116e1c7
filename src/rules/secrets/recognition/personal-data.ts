const NAMED: readonly { readonly what: string; readonly name: RegExp; readonly value: RegExp }[] = [
  { what: 'an e-mail address', name: /e-?mail/i, value: /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/ },
  { what: 'a telephone number', name: /(?:^|[^a-z])(?:tele)?phone|mobile|(?:^|[^a-z])fax/i, value: /^\+?\d[\d ()/.-]{6,18}\d$/ },
  { what: 'a date of birth', name: /birth|(?:^|[^a-z])dob(?:$|[^a-z])/i, value: /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/ },
  { what: 'a passport or identity number', name: /passport|(?:^|[^a-z])ssn(?:$|[^a-z])|social.?security/i, value: /^(?=.*\d)[A-Z0-9< -]{6,20}$/ },
];
/** Mailboxes of machines and offices, and names that are made for examples. */
const NO_PERSON = /^(?:no-?reply|do-?not-?reply|admin\w*|root|postmaster|hostmaster|webmaster|abuse|security|support|info|contact|hello|help\w*|sales|billing|ops|devops|sre|alerts?|notifications?|mailer|team\S*|service\S*|bot\S*)@|@example\.|\.(?:local|internal|invalid|test|svc|gserviceaccount\.com)$/i;

/** What a value tells about a person. It must look like it: a key called `email` with the value `enabled` does not. */
export function personalDataIn(name: string, value: string): string | undefined {
  const text = value.trim();
  if (text.length > 64 || text.includes('\n')) { return undefined; }
  const named = NAMED.find((each) => each.name.test(name) && each.value.test(text));
  if (named) { return NO_PERSON.test(text) ? undefined : named.what; }
  return isIban(text) ? 'a bank account number' : undefined;
}

/** By its check digits, so that no other text is taken for one. */
function isIban(text: string): boolean {
  const iban = text.replaceAll(' ', '');
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) { return false; }
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
