import type { kioskAids as english } from '../en/kiosk-aids.ts'
import type { Translated } from '../../translate.ts'

/** What a kiosk says beside its screens: calling the attendant, reading aloud, and high contrast. */
export const kioskAids = {
  'kiosk.help.call': 'نادِ الموظف',
  'kiosk.help.calling': 'ننادي الموظف',
  'kiosk.help.called.title': 'المساعدة في الطريق',
  'kiosk.help.called.body': 'أُبلغ الموظف، وهو قادم إلى هذه الشاشة. يمكنك المتابعة في هذه الأثناء.',
  'kiosk.help.called.short': 'نودي الموظف',
  'kiosk.help.coming.title': 'الموظف في الطريق إليك',
  'kiosk.help.coming.body': 'ابقَ هنا من فضلك. يمكنك المتابعة في هذه الأثناء.',
  'kiosk.help.coming.short': 'الموظف قادم',
  'kiosk.help.failed.title': 'لا يمكن مناداة الموظف من هنا الآن',
  'kiosk.help.failed.body': 'توجه إلى الكاونتر من فضلك، وهناك من يساعدك.',
  'kiosk.help.often.title': 'نودي الموظف عدة مرات',
  'kiosk.help.often.body': 'إن لم يأتِ أحد، فتوجه إلى الكاونتر من فضلك.',
  'kiosk.help.withdraw': 'لم أعد بحاجة إلى مساعدة',
  'kiosk.help.withdrawn.title': 'أُبلغ الموظف أنك لا تحتاج إلى مساعدة',
  'kiosk.help.withdrawn.body': 'إن احتجت إلى أحد، فالمس «نادِ الموظف».',
  'kiosk.help.close': 'متابعة',
  'kiosk.contrast': 'تباين عالٍ',
  'kiosk.aloud.start': 'اقرأ بصوت عالٍ',
  'kiosk.aloud.stop': 'أوقف القراءة',
  'kiosk.aloud.choices': 'يمكنك أن تختار: {choices}.',
} satisfies Translated<typeof english>
