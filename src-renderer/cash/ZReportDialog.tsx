import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { PrintProblems } from '../receipts/PrintProblems.tsx'
import { rememberedPaper } from '../receipts/paper-choice.ts'
import { usePagePrint } from '../receipts/use-page-print.tsx'
import { saveFile } from '../reports/download.ts'
import { useSite } from '../shell/site.tsx'
import { ZReportView } from './ZReportView.tsx'

/** What a closed shift took, and what the count came to. It never changes, so it may be printed as often as one likes. */
export function ZReportDialog({ shiftId, onClose }: { shiftId: string; onClose: () => void }) {
  const t = useT()
  const site = useSite()
  const { task, run } = useTask()
  const { print, printing, sheet } = usePagePrint()
  const params = { id: shiftId }
  const { resource, refresh } = useResource({
    key: `shift-report ${shiftId}`,
    load: () => api.call('GET /api/v1/shifts/{id}/report', { params }),
  })
  const report = 'value' in resource ? resource.value : undefined
  const save = () =>
    run(async () => saveFile(await api.call('GET /api/v1/shifts/{id}/report.pdf', { params }), 'application/pdf'))
  const putOnPaper = async () => {
    if (report === undefined) return
    const contents = (
      <>
        {site.demo && <strong className="z-report__demo">{t('common.demo')}</strong>}
        <h1>{t('z.title', { number: report.number })}</h1>
        <p>{site.name}</p>
        <ZReportView report={report} />
      </>
    )
    await print(contents, rememberedPaper())
  }
  return (
    <Dialog
      title={report === undefined ? t('cash.report') : t('z.title', { number: report.number })}
      size="wide"
      onClose={onClose}
      actions={
        report !== undefined && (
          <>
            <Button busy={task.is === 'busy'} onClick={() => void save()}>
              {t('receipts.save')}
            </Button>
            <Button onClick={() => void putOnPaper()}>{t('receipts.print')}</Button>
            <Button look="primary" onClick={onClose}>
              {t('console.done')}
            </Button>
          </>
        )
      }
    >
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {(value) => <ZReportView report={value} />}
      </ResourceView>
      <PrintProblems print={{ task, printing }} />
      {sheet}
    </Dialog>
  )
}
