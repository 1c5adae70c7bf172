import {expect} from 'chai'
import type {Company, CompanyRepository} from '../../../src/company/company.ts'
import {currentCompany} from '../../../src/company/current-company.ts'
import {failure} from '../../helpers/failure.ts'

const deps = (company?: Partial<Company>) => ({
  companies: {find: async () => company, list: async () => []} as unknown as CompanyRepository,
})

describe('currentCompany', () => {
  it('gives the company that was named', async () => {
    const company = {slug: 'salon', status: 'active'} as const
    expect(await currentCompany('salon', deps(company))).to.equal(company)
  })

  it('refuses an unknown company instead of making it (D-23)', async () => {
    expect(await failure(currentCompany('salon', deps()))).to.include({code: 'COMPANY_NOT_FOUND', exitCode: 3})
  })

  it('refuses an inactive company', async () => {
    expect(await failure(currentCompany('salon', deps({slug: 'salon', status: 'inactive'})))).to.include({
      code: 'COMPANY_INACTIVE',
      exitCode: 7,
    })
  })
})
