import { describe, expect, it } from 'vitest'
import { installationReport } from '../../../src-server/admin/installation-report.ts'
import { readSettings } from '../../../src-server/settings/settings.ts'

const report = (env: Record<string, string>) =>
  installationReport(readSettings(env), { kerbside: '0.1.0', node: '24' }).settings

describe('what the settings screen lists', () => {
  it('says nothing of a database or a bus where there is neither', () => {
    expect(report({}).filter(({ variable }) => /DATABASE|SITE|SERVER|BUS/.test(variable))).toEqual([])
  })

  it('says where they are, and no password', () => {
    const all = report({
      KERBSIDE_DATABASE_URL: 'postgres://kerbside:hidden@db.example:5432/park?password=hidden',
      KERBSIDE_SITE: 'harbour-street',
      KERBSIDE_SERVER: 'server-2',
      KERBSIDE_BUS_URL: 'rediss://kerbside:hidden@bus.example:6379',
    })
    expect(Object.fromEntries(all.map(({ variable, value }) => [variable, value]))).toMatchObject({
      KERBSIDE_DATABASE_URL: 'postgres://db.example:5432/park',
      KERBSIDE_SITE: 'harbour-street',
      KERBSIDE_SERVER: 'server-2',
      KERBSIDE_BUS_URL: 'rediss://bus.example:6379',
      KERBSIDE_BUS_CHANNEL: 'kerbside:harbour-street',
    })
    expect(JSON.stringify(all)).not.toContain('hidden')
  })
})
