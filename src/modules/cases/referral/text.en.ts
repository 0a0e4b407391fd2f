import { count } from '#kernel/i18n.ts';
import type { Text } from './text.pl.ts';

export const en: Text = {
  noteRequired: 'With “other reason”, say in a few words what it is.',
  guards: {
    not_member: 'This institution does not belong to this partnership, so it cannot refer people to it.',
    not_operating:
      'The partnership does not operate yet, or is suspended. Referrals can be sent once the agreement is signed and in force.',
    recipient: 'Choose an institution of the partnership that has not been asked in this case yet.',
    residence: 'Choose the gmina where the person lives. It decides who is competent (art. 101 UPS).',
    outside_area:
      'This gmina is outside the area of the partnership. Refer the person to the partnership there.',
    not_informed: 'Enter when the person learnt about the referral. Without it the referral cannot be sent.',
    informed_future: 'This date is in the future. The person must know about the referral before it is sent.',
    informed_form: 'Choose how the person was told about the referral.',
    no_needs: 'Tick at least one need.',
    unknown_needs: 'This need is not on the list. Reload the page and tick again.',
    short_reason: 'Say briefly how the other institution can help (at least 10 characters).',
    long_reason:
      'The reason is too long. Shorten it to 600 characters: the recipient needs only the essential.',
    reason_reveals:
      'The reason holds a name or a number of the person. This institution learns who it is only when it accepts. Write “the person”.',
    open_case:
      'This person already has an open case in the partnership. A second one cannot be opened; you may ask the institution that runs it to get in touch.',
  },
  count: (n) => count(n, 'referral', 'referrals'),
};
