import {expect} from 'chai'
import {newId} from '../../../src/ids.ts'
import {failure} from '../../helpers/failure.ts'
import {onBothDatabases, someCall, someCompany, someSkillbase, someTime} from '../../helpers/store.ts'

onBothDatabases('skillbases', (under) => {
  const next = (note: string) => ({config: {note}, sha256: note, at: someTime + 1})
  const fixture = async () => {
    const company = await someCompany(under.store)
    return {company, skillbase: await someSkillbase(under.store, company.id), skillbases: under.store.skillbases}
  }

  it('begins with version 1 as a draft', async () => {
    const {company, skillbase, skillbases} = await fixture()
    expect(skillbase).to.include({status: 'active', headVersion: 1, publishedVersion: null})
    expect(await skillbases.version(company.id, skillbase.id, 1)).to.include({version: 1, status: 'draft', publishedAt: null})
  })

  it('takes the same slug once per company', async () => {
    const {company, skillbase} = await fixture()
    expect(await failure(someSkillbase(under.store, company.id, skillbase.slug))).to.include({code: 'SKILLBASE_EXISTS', exitCode: 4})
    const other = await someCompany(under.store)
    expect(await someSkillbase(under.store, other.id, skillbase.slug)).to.include({companyId: other.id})
  })

  it('leaves nothing behind when creation fails half-way', async () => {
    const {company, skillbases} = await fixture()
    const config = {toJSON: () => undefined}
    const broken = {id: newId(), slug: 'broken', name: 'x', config, sha256: null as unknown as string, at: someTime}
    await failure(skillbases.create(company.id, broken))
    expect(await skillbases.find(company.id, 'broken')).to.equal(undefined)
  })

  it('adds versions and lists them newest first, without their configurations', async () => {
    const {company, skillbase, skillbases} = await fixture()
    expect(await skillbases.addVersion(company.id, skillbase.id, {...next('b'), author: 'ann', note: 'why'})).to.include({
      version: 2,
      author: 'ann',
    })
    const history = await skillbases.versions(company.id, skillbase.id)
    expect(history.map(({version}) => version)).to.deep.equal([2, 1])
    expect(history[0]).to.deep.include({author: 'ann', note: 'why', status: 'draft'}).and.not.to.have.property('config')
    expect(await skillbases.find(company.id, skillbase.id)).to.include({headVersion: 2, updatedAt: someTime + 1})
  })

  it('refuses a version written on top of one that is no longer the newest (D-35)', async () => {
    const {company, skillbase, skillbases} = await fixture()
    await skillbases.addVersion(company.id, skillbase.id, next('b'), 1)
    const error = await failure(skillbases.addVersion(company.id, skillbase.id, next('c'), 1))
    expect(error).to.include({code: 'VERSION_CONFLICT', exitCode: 4})
    expect(error.message).to.contain('expected version 1, found 2')
  })

  it('lets one of several authors on other connections win, and numbers the rest without gaps (D-35)', async () => {
    const {company, skillbase} = await fixture()
    const others = [await under.open(), await under.open(), under.store]
    const locked = await Promise.allSettled(
      others.map((store, author) => store.skillbases.addVersion(company.id, skillbase.id, next(`a${author}`), 1)),
    )
    expect(locked.filter(({status}) => status === 'fulfilled')).to.have.length(1)
    const free = await Promise.all(
      [...others, ...others].map((store, author) => store.skillbases.addVersion(company.id, skillbase.id, next(`b${author}`))),
    )
    expect(free.map(({version}) => version)).to.have.members([3, 4, 5, 6, 7, 8])
  })

  it('publishes a version, retires the one before, and rolls back the same way', async () => {
    const {company, skillbase, skillbases} = await fixture()
    await skillbases.addVersion(company.id, skillbase.id, next('b'))
    expect(await skillbases.publish(company.id, skillbase.id, 1, {at: someTime})).to.include({publishedVersion: 1})
    expect(await skillbases.publish(company.id, skillbase.id, 2, {at: someTime + 2, ifPublished: 1})).to.include({publishedVersion: 2})
    const statuses = async () => (await skillbases.versions(company.id, skillbase.id)).map(({status}) => status)
    expect(await statuses()).to.deep.equal(['published', 'retired'])
    await skillbases.publish(company.id, skillbase.id, 1, {at: someTime + 3})
    expect(await statuses()).to.deep.equal(['retired', 'published'])
    expect((await skillbases.version(company.id, skillbase.id, 1))?.publishedAt).to.equal(someTime + 3)
  })

  it('publishes only over the version the operator saw', async () => {
    const {company, skillbase, skillbases} = await fixture()
    await skillbases.addVersion(company.id, skillbase.id, next('b'))
    await skillbases.publish(company.id, skillbase.id, 2, {at: someTime, ifPublished: null})
    const error = await failure(skillbases.publish(company.id, skillbase.id, 1, {at: someTime, ifPublished: null}))
    expect(error).to.include({code: 'VERSION_CONFLICT'})
    expect(await skillbases.find(company.id, skillbase.id)).to.include({publishedVersion: 2})
    expect(await failure(skillbases.publish(company.id, skillbase.id, 9, {at: someTime}))).to.include({
      code: 'VERSION_NOT_FOUND',
      exitCode: 3,
    })
  })

  it('changes name and description, and a null clears (D-42)', async () => {
    const {company, skillbase, skillbases} = await fixture()
    expect(await skillbases.update(company.id, skillbase.id, {description: 'Запись'}, someTime + 9)).to.include({description: 'Запись'})
    const cleared = await skillbases.update(company.id, skillbase.id, {description: null, status: 'archived'}, someTime + 9)
    expect(cleared).to.include({description: null, status: 'archived', name: skillbase.name})
    expect((await skillbases.list(company.id, {status: 'active'})).map(({id}) => id)).not.to.include(skillbase.id)
    expect((await skillbases.list(company.id)).map(({id}) => id)).to.include(skillbase.id)
  })

  it('says "not found" for an id that is not there, instead of breaking (D-42)', async () => {
    const {company, skillbases} = await fixture()
    const stranger = newId()
    const writes = [
      () => skillbases.update(company.id, stranger, {name: 'x'}, someTime),
      () => skillbases.addVersion(company.id, stranger, next('x')),
      () => skillbases.publish(company.id, stranger, 1, {at: someTime}),
      () => skillbases.delete(company.id, stranger),
      () => skillbases.clone(company.id, stranger, {id: newId(), slug: 'x', name: 'x', at: someTime}),
    ]
    for (const write of writes) expect(await failure(write())).to.include({code: 'SKILLBASE_NOT_FOUND', exitCode: 3})
    expect(await skillbases.versions(company.id, stranger)).to.deep.equal([])
  })

  it('deletes one that nothing refers to, and refuses one that has calls', async () => {
    const {company, skillbase, skillbases} = await fixture()
    const used = await someSkillbase(under.store, company.id)
    await someCall(under.store, company.id, someTime, used.id)
    await skillbases.delete(company.id, skillbase.id)
    expect(await skillbases.find(company.id, skillbase.id)).to.equal(undefined)
    expect(await failure(skillbases.delete(company.id, used.id))).to.include({code: 'SKILLBASE_IN_USE', exitCode: 4})
    expect(await skillbases.versions(company.id, used.id)).to.have.length(1)
  })

  it('clones a version as a new skillbase', async () => {
    const {company, skillbase, skillbases} = await fixture()
    await skillbases.addVersion(company.id, skillbase.id, next('b'))
    const copy = await skillbases.clone(company.id, skillbase.id, {id: newId(), slug: 'copy', name: 'Copy', at: someTime})
    expect(await skillbases.version(company.id, copy.id, 1)).to.deep.include({config: {note: 'b'}, sha256: 'b', status: 'draft'})
    const old = await skillbases.clone(company.id, skillbase.id, {id: newId(), slug: 'old', name: 'Old', at: someTime, version: 1})
    expect((await skillbases.version(company.id, old.id, 1))?.sha256).to.equal('c0ffee')
  })
})
