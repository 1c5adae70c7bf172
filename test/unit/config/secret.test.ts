import {expect} from 'chai'
import fc from 'fast-check'
import {maskUrl, maskUrlPasswords, urlLogin} from '../../../src/config/secret.ts'

describe('a password inside a URL', () => {
  const word = fc.string({minLength: 1, maxLength: 12, unit: 'grapheme-ascii'})

  it('is masked whatever it is made of', () => {
    fc.assert(
      fc.property(word, (password) => {
        expect(maskUrl(`postgres://bot:${password}@db.internal:5432/calls`)).to.equal('postgres://bot:••••@db.internal:5432/calls')
      }),
    )
  })

  it('is masked inside a sentence, quotes and spaces included', () => {
    for (const password of ['S3"CRET', "S3'CRET", 'S3<CRET', 'S3 CRET', 'S3@CRET', 'S3/CRET', 'S3>CRET']) {
      expect(maskUrlPasswords(`no answer from postgres://bot:${password}@db/calls (ECONNREFUSED)`)).to.equal(
        'no answer from postgres://bot:••••@db/calls (ECONNREFUSED)',
      )
    }
  })

  it('is noticed, so that such an address is kept where secrets are', () => {
    expect(urlLogin('postgres://bot:S3"CR ET@db/calls')).to.deep.equal({user: 'bot', password: 'S3"CR ET'})
    expect(urlLogin('postgres://bot:p%40ss@db/calls')).to.deep.equal({user: 'bot', password: 'p@ss'})
    expect(urlLogin('postgres://bot@db:5432/calls')).to.deep.equal({})
  })

  it('is masked when it is a parameter', () => {
    expect(maskUrl('https://llm.example/v1?api_key=abc"d e&x=1')).to.equal('https://llm.example/v1?api_key=••••&x=1')
    expect(maskUrl('postgres://db/calls?user=bot&password=p<q')).to.equal('postgres://db/calls?user=bot&password=••••')
  })

  it('is not seen where there is only a port', () => {
    for (const text of ['http://localhost:11434/v1 is silent; write to help@example.org', 'http://a:80, http://bot@b:81/x'])
      expect(maskUrlPasswords(text)).to.equal(text)
  })
})
