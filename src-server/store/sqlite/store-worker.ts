import { parentPort, workerData } from 'node:worker_threads'
import { copyStoreFile } from './copy-file.ts'
import { inspectFile } from './inspect-file.ts'
import type { WorkerJob, WorkerNews } from './store-jobs.ts'

/** A thread of its own for what reads a whole store: nobody's second waits for it. It does one job and ends. */

function tell(news: WorkerNews): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours has no origin
  parentPort?.postMessage(news)
}

async function work(job: WorkerJob): Promise<void> {
  if (job.job === 'copy') {
    await copyStoreFile(job.source, job.target, job.nativeBinding, (progress) => tell({ is: 'progress', progress }))
    tell({ is: 'copied' })
  } else {
    tell({ is: 'inspected', inspection: await inspectFile(job.file, job.nativeBinding) })
  }
}

work(workerData as WorkerJob).catch((error: unknown) => {
  tell({ is: 'failed', why: error instanceof Error ? error.message : String(error) })
})
