import {expect} from 'chai'
import {newId} from '../../../src/ids.ts'
import {failure} from '../../helpers/failure.ts'
import {onBothDatabases, someCompany, someTime} from '../../helpers/store.ts'

onBothDatabases('companies', (under) => {
  it('has one called "default" from the start (D-16)', async () => {
    const company = await under.store.companies.find('default')
    expect(company).to.deep.include({slug: 'default', status: 'active', settings: {}})
  })

  it('has a plain time zone by default, without quotes in it (D-24)', async () => {
    expect((await under.store.companies.find('default'))?.timezone).to.equal('Europe/Moscow')
  })

  it('refuses a slug that is taken', async () => {
    const company = await someCompany(under.store)
    const error = await failure(someCompany(under.store, company.slug))
    expect(error).to.include({code: 'COMPANY_EXISTS', exitCode: 4})
  })

  it('finds by slug, id, lower-case id and the unique beginning of one', async () => {
    const company = await someCompany(under.store)
    const others = await under.store.companies.list()
    let unique = company.id
    while (others.filter(({id}) => id.startsWith(unique.slice(0, -1))).length === 1) unique = unique.slice(0, -1)
    for (const reference of [company.slug, company.id, company.id.toLowerCase(), unique]) {
      expect(await under.store.companies.find(reference), reference).to.deep.equal(company)
    }
  })

  it('refuses a beginning that more than one id has', async () => {
    const company = await someCompany(under.store)
    // Not the id that comes next within a millisecond: another test is given that one.
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    const twin = company.id.slice(0, -1) + alphabet.at(alphabet.indexOf(company.id.at(-1)!) - 1)!
    await under.store.companies.create({...company, id: twin, slug: `twin-${company.slug}`.slice(0, 40)})
    const error = await failure(under.store.companies.find(company.id.slice(0, 25)))
    expect(error).to.include({code: 'AMBIGUOUS_REFERENCE', exitCode: 2})
  })

  it('finds nothing for a stranger', async () => {
    for (const reference of ['', 'nobody', '7ZZZZZZZZZZZZZZZZZZZZZZZZZ', '%', "'; drop table companies"]) {
      expect(await under.store.companies.find(reference)).to.equal(undefined)
    }
  })

  it('changes what is named and leaves the rest', async () => {
    const company = await someCompany(under.store)
    const changed = await under.store.companies.update(company.id, {status: 'inactive'}, someTime + 5)
    expect(changed).to.deep.equal({...company, status: 'inactive', updatedAt: someTime + 5})
    expect(await under.store.companies.find(company.id)).to.deep.equal(changed)
    expect(await under.store.companies.update('7ZZZZZZZZZZZZZZZZZZZZZZZZZ', {name: 'x'}, someTime)).to.equal(undefined)
  })

  it('never moves an id or a slug, even when told to', async () => {
    const company = await someCompany(under.store)
    const patch = {name: 'x', slug: 'moved', id: newId()}
    expect(await under.store.companies.update(company.id, patch, someTime)).to.include({id: company.id, slug: company.slug})
  })

  it('lists by slug, in the order of bytes, all or those of a status', async () => {
    const active = await someCompany(under.store)
    const inactive = await someCompany(under.store)
    await under.store.companies.update(inactive.id, {status: 'inactive'}, someTime)
    const slugs = (await under.store.companies.list()).map(({slug}) => slug)
    expect(slugs)
      .to.include.members([active.slug, inactive.slug])
      .and.to.deep.equal([...slugs].sort())
    const ids = (await under.store.companies.list({status: 'inactive'})).map(({id}) => id)
    expect(ids).to.include(inactive.id).and.not.to.include(active.id)
  })
})
