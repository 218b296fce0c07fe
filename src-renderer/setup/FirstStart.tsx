import { useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Gate } from '../sign-in/Gate.tsx'
import { setUp } from '../sign-in/session-store.ts'
import { OwnerPart } from './OwnerPart.tsx'
import { setupFaults, suggestCurrency, type SetupField, type SetupForm, type SetupPartProps } from './setup-rules.ts'
import { SitePart } from './SitePart.tsx'
import { TemplatePart } from './TemplatePart.tsx'
import { zonesToChooseFrom } from './zone-names.ts'

/** The first start of an installation: the place, its clock, and the owner's account. */
export function FirstStart({ suggestedTimezone }: { suggestedTimezone: string }) {
  const t = useT()
  const { task, run } = useTask()
  const { zones, currencies } = useMemo(() => knownLists(suggestedTimezone), [suggestedTimezone])
  const [form, setForm] = useState(() => emptyForm(suggestedTimezone))
  const [faults, setFaults] = useState<readonly SetupField[]>([])
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => {
    document.title = t('console.product')
  }, [t])

  const submit = async () => {
    const found = setupFaults(form, zones, currencies)
    setFaults(found)
    if (found[0] !== undefined) return element.current?.querySelector<HTMLElement>(`[name="${found[0]}"]`)?.focus()
    await run(() => setUp(bodyOf(form)))
  }

  const part: SetupPartProps = {
    form,
    faultOf: (field) => (faults.includes(field) ? t(`console.setup.error.${field}`) : undefined),
    change: (change) => {
      setForm((before) => ({ ...before, ...change }))
      setFaults((before) => before.filter((field) => !(field in change)))
    },
  }

  return (
    <Gate wide>
      <h1>{t('console.setup.title')}</h1>
      <p className="lead">{t('console.setup.lead')}</p>
      <form
        className="form"
        noValidate
        ref={element}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <SitePart {...part} zones={zones} currencies={currencies} />
        <TemplatePart {...part} />
        <OwnerPart {...part} />
        {task.is === 'failed' && <FailureNote failure={task.failure} />}
        <div className="form__actions">
          <Button look="primary" type="submit" busy={task.is === 'busy'}>
            {t('console.setup.submit')}
          </Button>
        </div>
      </form>
    </Gate>
  )
}

function emptyForm(timezone: string): SetupForm {
  const currency = suggestCurrency(timezone)
  return { siteName: '', timezone, currency, ownerName: '', username: '', password: '', again: '', template: 'full' }
}

function bodyOf(form: SetupForm) {
  return {
    site_name: form.siteName.trim(),
    timezone: form.timezone,
    currency: form.currency,
    owner_name: form.ownerName.trim(),
    username: form.username,
    password: form.password,
    template: form.template,
  }
}

function knownLists(suggestedTimezone: string) {
  const zones = zonesToChooseFrom(Intl.supportedValuesOf('timeZone'), suggestedTimezone)
  return { zones, currencies: Intl.supportedValuesOf('currency') }
}
