import { useEffect, useMemo, useRef, useState } from 'react'
import { defaultHours } from '../../src-shared/opening/default-hours.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useTask } from '../connection/use-task.ts'
import { FailureNote } from '../controls/FailureNote.tsx'
import { goTo } from '../shell/hash-route.ts'
import { Gate } from '../sign-in/Gate.tsx'
import { setUp } from '../sign-in/session-store.ts'
import { HoursStep } from './HoursStep.tsx'
import { forgetDraft, keepDraft, readDraft } from './kept-draft.ts'
import { LanguageStep } from './LanguageStep.tsx'
import { LotStep } from './LotStep.tsx'
import { OwnerStep } from './OwnerStep.tsx'
import { PlaceStep } from './PlaceStep.tsx'
import {
  languagesOf,
  setupFaults,
  suggestCurrency,
  type SetupField,
  type SetupForm,
  type SetupPartProps,
} from './setup-rules.ts'
import { StepFrame } from './StepFrame.tsx'
import { firstSteps, stepCount, stepOf, type FirstStep } from './steps.ts'
import { ZoneStep } from './ZoneStep.tsx'
import { zonesToChooseFrom } from './zone-names.ts'

/** The first start of an installation, step by step; the last of these steps makes the site and its owner in one. */
export function FirstStart({ suggestedTimezone }: { suggestedTimezone: string }) {
  const t = useT()
  const { task, run } = useTask()
  const lists = useMemo(() => knownLists(suggestedTimezone), [suggestedTimezone])
  const { form, step, faults, change, go, setFaults } = useFirstStart(suggestedTimezone)
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    document.title = t('console.product')
  }, [t])

  const place = firstSteps.indexOf(step)
  const next = async () => {
    const wrong = setupFaults(form, lists.zones, lists.currencies)
    const here = wrong.filter((field) => stepOf(field) === step)
    setFaults(here)
    if (here[0] !== undefined) return focusOn(page.current, here[0])
    const following = firstSteps[place + 1]
    if (following !== undefined) return go(following)
    // Nothing earlier can be wrong but by a page that was loaded anew; then that step says it.
    if (wrong[0] !== undefined) return go(stepOf(wrong[0]))
    await run(async () => {
      await setUp(bodyOf(form, t.language))
      forgetDraft()
      goTo('start')
    })
  }

  const part: SetupPartProps = {
    form,
    faultOf: (field) => (faults.includes(field) ? t(`console.setup.error.${field}`) : undefined),
    change,
  }
  const before = firstSteps[place - 1]
  return (
    <Gate wide languages={step !== 'language'}>
      <div ref={page}>
        <StepFrame
          number={place + 1}
          total={stepCount}
          title={t(`start.${step}.title`)}
          lead={t(`start.${step}.lead`)}
          next={t(step === 'owner' ? 'console.setup.submit' : 'start.next')}
          busy={task.is === 'busy'}
          onNext={() => void next()}
          onBack={before && (() => go(before))}
        >
          <StepFields step={step} part={part} {...lists} />
          {task.is === 'failed' && <FailureNote failure={task.failure} />}
        </StepFrame>
      </div>
    </Gate>
  )
}

interface StepFieldsProps {
  readonly step: FirstStep
  readonly part: SetupPartProps
  readonly zones: readonly string[]
  readonly currencies: readonly string[]
}

function StepFields({ step, part, zones, currencies }: StepFieldsProps) {
  switch (step) {
    case 'language':
      return <LanguageStep {...part} />
    case 'place':
      return <PlaceStep {...part} currencies={currencies} />
    case 'zone':
      return (
        <ZoneStep
          zones={zones}
          chosen={part.form.timezone}
          fault={part.faultOf('timezone')}
          onChoose={(timezone) => part.change({ timezone })}
        />
      )
    case 'hours':
      return <HoursStep {...part} />
    case 'lot':
      return <LotStep {...part} />
    case 'owner':
      return <OwnerStep {...part} />
  }
}

/** What is typed, and where one is; both outlast a page that is loaded anew. */
function useFirstStart(suggestedTimezone: string) {
  const [{ form, step }, set] = useState(() => beginning(suggestedTimezone))
  const [faults, setFaults] = useState<readonly SetupField[]>([])
  useEffect(() => keepDraft(step, form), [step, form])
  return {
    form,
    step,
    faults,
    setFaults,
    change: (change: Partial<SetupForm>) => {
      set((before) => ({ ...before, form: { ...before.form, ...change } }))
      setFaults((before) => before.filter((field) => !(field in change)))
    },
    go: (next: FirstStep) => {
      setFaults([])
      set((before) => ({ ...before, step: next }))
    },
  }
}

function beginning(timezone: string): { readonly form: SetupForm; readonly step: FirstStep } {
  const secrets = { password: '', again: '' }
  const kept = readDraft()
  if (kept !== undefined) return { step: kept.step, form: { ...kept.form, ...secrets } }
  const owner = { ownerName: '', username: '', ...secrets }
  const lot = { template: 'full', lot: null, hours: defaultHours() } as const
  const currency = suggestCurrency(timezone)
  return { step: 'language', form: { siteName: '', timezone, currency, languages: null, ...lot, ...owner } }
}

/** Goes to the first thing that is wrong on the step. */
function focusOn(page: HTMLElement | null, field: SetupField): void {
  const found = page?.querySelector<HTMLElement>(`[name="${field}"], [data-name="${field}"], [aria-invalid="true"]`)
  found?.focus()
}

function bodyOf(form: SetupForm, language: string) {
  const { template, lot } = form
  return {
    site_name: form.siteName.trim(),
    timezone: form.timezone,
    currency: form.currency,
    languages: languagesOf(form, language),
    hours: [...form.hours],
    owner_name: form.ownerName.trim(),
    username: form.username,
    password: form.password,
    ...(template === 'file' ? (lot === null ? {} : { lot }) : { template }),
  }
}

function knownLists(suggestedTimezone: string) {
  const zones = zonesToChooseFrom(Intl.supportedValuesOf('timeZone'), suggestedTimezone)
  return { zones, currencies: Intl.supportedValuesOf('currency') }
}
