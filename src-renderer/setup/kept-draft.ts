import * as v from 'valibot'
import { OpeningHours } from '../../src-shared/api/site-schemas.ts'
import { LotList } from '../../src-shared/lot/lot-list.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'
import type { SetupForm } from './setup-rules.ts'
import { firstSteps, type FirstStep } from './steps.ts'

const storageKey = 'kerbside.first-start'

/** All but the passwords, which no page keeps. */
const Kept = v.object({
  step: v.picklist(firstSteps),
  form: v.object({
    languages: v.nullable(v.string()),
    siteName: v.string(),
    timezone: v.string(),
    currency: v.string(),
    hours: v.array(OpeningHours),
    template: v.picklist(['full', 'small', 'empty', 'file']),
    lot: v.nullable(LotList),
    ownerName: v.string(),
    username: v.string(),
  }),
})

/** What was typed before the page was loaded anew, until the window is closed. */
export function readDraft():
  { readonly step: FirstStep; readonly form: Omit<SetupForm, 'password' | 'again'> } | undefined {
  return parseJson(Kept, sessionStorage.getItem(storageKey) ?? '')
}

export function keepDraft(step: FirstStep, { password: _password, again: _again, ...form }: SetupForm): void {
  sessionStorage.setItem(storageKey, JSON.stringify({ step, form }))
}

export function forgetDraft(): void {
  sessionStorage.removeItem(storageKey)
}
