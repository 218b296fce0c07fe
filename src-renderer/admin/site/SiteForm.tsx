import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { AdminSite, SiteSettings } from '../../../src-shared/api/admin-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useTask } from '../../connection/use-task.ts'
import { PinDialog } from '../../controls/PinDialog.tsx'
import { faultAt } from '../form/field-faults.ts'
import { SaveBar } from '../form/SaveBar.tsx'
import { TextField } from '../form/TextField.tsx'
import { useDraft } from '../form/use-draft.ts'
import { LanguagesField } from './LanguagesField.tsx'
import { MoneyAndZone } from './MoneyAndZone.tsx'
import { asksForPin, formOf, readSiteForm, ruleGroups, textSettings } from './site-fields.ts'

export function SiteForm({ site }: { site: AdminSite }) {
  const t = useT()
  const { task, run, clear } = useTask()
  // What was read when the typing began is what is sent back: a change by somebody else meanwhile is noticed.
  const draft = useDraft(formOf(site.settings))
  const [version, setVersion] = useState(site.version)
  const [faults, setFaults] = useState<readonly string[]>([])
  const [toConfirm, setToConfirm] = useState<SiteSettings | null>(null)
  const isNewer = site.version !== version

  const show = (next: AdminSite) => {
    draft.reset(formOf(next.settings))
    setVersion(next.version)
    setFaults([])
    clear()
  }
  const send = async (settings: SiteSettings, pin?: string) => {
    const body = { version, settings, ...(pin === undefined ? {} : { pin }) }
    show(await api.call('PUT /api/v1/admin/site', { body }))
    setToConfirm(null)
    toast.success(t('admin.site.saved'))
  }
  const save = () => {
    const read = readSiteForm(draft.value)
    setFaults('faults' in read ? read.faults : [])
    if ('faults' in read) return
    if (asksForPin(draft.value, draft.saved)) setToConfirm(read.settings)
    else void run(() => send(read.settings))
  }
  if (isNewer && !draft.dirty) show(site)

  const field = (name: keyof SiteSettings) => ({
    label: t(`admin.site.${name}`),
    value: draft.value[name],
    fault: faults.includes(name) ? t(`admin.site.fault`) : faultAt(task, `body.settings.${name}`),
    onValue: (value: string) => draft.change({ ...draft.value, [name]: value }),
  })
  return (
    <form
      className="form admin-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <fieldset className="form__part">
        <legend>{t('admin.site.who')}</legend>
        <div className="form__row">
          {textSettings.map((name) => (
            <TextField key={name} {...field(name)} hint={t(`admin.site.${name}Hint`)} maxLength={300} />
          ))}
        </div>
      </fieldset>
      <MoneyAndZone site={site} currency={field('currency')} timezone={field('timezone')} />
      <LanguagesField {...field('languages')} />
      {(['booking', 'wash', 'parking', 'console', 'privacy'] as const).map((group) => (
        <fieldset className="form__part" key={group}>
          <legend>{t(`admin.site.rules.${group}`)}</legend>
          {group === 'privacy' && <p className="field__hint">{t('admin.site.privacyHint')}</p>}
          <div className="form__row">
            {ruleGroups[group].map((name) => (
              <TextField key={name} {...field(name)} inputMode="numeric" maxLength={5} />
            ))}
          </div>
        </fieldset>
      ))}
      <SaveBar dirty={draft.dirty} task={task} onSave={save} onDiscard={() => show(site)} />
      {toConfirm !== null && (
        <PinDialog
          title={t('admin.site.confirm')}
          confirm={t('admin.save')}
          onConfirm={(pin) => send(toConfirm, pin)}
          onClose={() => setToConfirm(null)}
        >
          <p>{t('admin.site.confirmText')}</p>
        </PinDialog>
      )}
      <button type="submit" hidden />
    </form>
  )
}
