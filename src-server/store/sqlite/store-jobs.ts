import { Worker } from 'node:worker_threads'
import type { CopyProgress, StoreCopies, StoreInspection } from '../store-contents.ts'
import { storeFiles } from './store-files.ts'

/** What the worker is asked for. */
export type WorkerJob = { readonly nativeBinding: string | undefined } & (
  | { readonly job: 'copy'; readonly source: string; readonly target: string }
  | { readonly job: 'inspect'; readonly file: string }
)

/** What it answers: any number of `progress`, then one of the others. */
export type WorkerNews =
  | { readonly is: 'progress'; readonly progress: CopyProgress }
  | { readonly is: 'copied' }
  | { readonly is: 'inspected'; readonly inspection: StoreInspection }
  | { readonly is: 'failed'; readonly why: string }

export interface JobOptions {
  readonly dataDir: string
  readonly nativeBinding: string | undefined
  /** The worker's program, as it is built, or as it lies in the source. */
  readonly worker: string | URL
}

/** Copies and inspections of a folder's store, each by a thread of its own. */
export function storeCopies({ dataDir, nativeBinding, worker }: JobOptions): StoreCopies {
  const { store } = storeFiles(dataDir)
  const inspect = inspections({ nativeBinding, worker })
  return {
    async copyTo(target, onProgress) {
      await run(worker, { job: 'copy', source: store, target, nativeBinding }, onProgress)
    },
    inspect,
    inspectPresent: () => inspect(store),
  }
}

/** Inspections of files, each by a thread of its own. */
export function inspections({ nativeBinding, worker }: Omit<JobOptions, 'dataDir'>): StoreCopies['inspect'] {
  return async (file) => {
    const news = await run(worker, { job: 'inspect', file, nativeBinding }, () => {})
    if (news.is !== 'inspected') throw new Error('the worker inspected nothing')
    return news.inspection
  }
}

function run(
  program: string | URL,
  job: WorkerJob,
  onProgress: (progress: CopyProgress) => void,
): Promise<Exclude<WorkerNews, { is: 'progress' | 'failed' }>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: job })
    worker.on('message', (news: WorkerNews) => {
      if (news.is === 'progress') onProgress(news.progress)
      else if (news.is === 'failed') reject(new Error(news.why))
      else resolve(news)
    })
    worker.on('error', reject)
    // Comes after every message; whoever was answered before does not hear it.
    worker.on('exit', (code) => reject(new Error(`the worker ended with ${code} and said nothing`)))
  })
}
