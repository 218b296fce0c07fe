/** One metric of a page for Prometheus. */
export interface Metric {
  readonly name: string
  readonly help: string
  readonly type: 'gauge' | 'counter'
  readonly samples: readonly { readonly labels?: Readonly<Record<string, string>>; readonly value: number }[]
}

/** @param value null for what is not known: then there is no sample */
export function gauge(name: string, help: string, value: number | null): Metric {
  const samples = value === null ? [] : [{ value }]
  return { name: `kerbside_${name}`, help, type: 'gauge', samples }
}

export function counter(name: string, help: string, value: number): Metric {
  return { ...gauge(name, help, value), type: 'counter' }
}

/** Each of a set of names with a number; of states, the one that holds is 1 and the others 0. */
export function labelled(
  name: string,
  help: string,
  label: string,
  values: readonly (readonly [string, number])[],
): Metric {
  const samples = values.map(([key, value]) => ({ labels: { [label]: key }, value }))
  return { name: `kerbside_${name}`, help, type: 'gauge', samples }
}

/** @see https://prometheus.io/docs/instrumenting/exposition_formats/ (text, version 0.0.4) */
export function toPrometheusText(metrics: readonly Metric[]): string {
  return metrics.map(block).join('')
}

function block({ name, help, type, samples }: Metric): string {
  const lines = samples.map(({ labels = {}, value }) => `${name}${labelText(labels)} ${numberText(value)}\n`)
  return `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n# TYPE ${name} ${type}\n${lines.join('')}`
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`,
  )
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf'
  return String(value)
}
