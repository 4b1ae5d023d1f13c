/// A law of the state AA on taking things, small enough to read at a glance. Nothing in it comes from any real law.
extension SmallLaw {
    static let vocabulary = """
        vocabulary: 1
        elements:
          act:
            type: choice
            kind: fact
            change: charge
            definition: What was done.
            phrase: the person {}
            question: What was done?
            values: {take: takes it, keep: keeps it, sell: sells it, lend: lends it}
            groups: {passing: [sell, lend]}
            continuing: keep
          worth:
            type: ordered
            kind: fact
            change: fixed
            definition: What it is worth.
            phrase: it is {}
            question: What is it worth?
            values: {trifling: a trifle, small: of small worth, great: of great worth}
            applies-when: {act: [take, passing]}
            instead: state the act
          owner.exists:
            type: choice
            kind: fact
            change: fixed
            definition: Whether somebody owns it.
            phrase: there is {}
            question: Does somebody own it?
            values: {real: an owner, none: no owner}
          owner.age:
            type: number
            range: 0 to 21
            unit: years
            kind: fact
            change: fixed
            definition: The age of the owner.
            phrase: the owner is {}
            question: How old is the owner?
            na-when: {owner.exists: none}
          owner.believed-age:
            type: number
            range: 0 to 21
            kind: fact
            change: establish
            definition: The age that the person believed the owner to have.
            phrase: the owner is believed to be {}
            question: How old did the person believe the owner to be?
          gap:
            type: number
            range: -24 to 60
            unit: months
            kind: fact
            change: fixed
            definition: The difference in age.
            phrase: the difference is {}
            question: What is the difference in age?
          mental:
            type: ordered
            kind: fact
            change: establish
            definition: The fault.
            phrase: the fault is {}
            question: With what fault?
            values: {carelessness: carelessness, acceptance: acceptance, purpose: purpose}
          by-night:
            type: flag
            kind: fact
            change: establish
            definition: At night.
            phrase: {yes: it is done at night, no: it is done by day}
            question: Was it night?
          aim.gain:
            type: flag
            kind: fact
            change: establish
            group: aims
            definition: For gain.
            phrase: {yes: it is done for gain, no: it is not done for gain}
            question: Was it done for gain?
          aim.harm:
            type: flag
            kind: fact
            change: establish
            group: aims
            definition: To harm.
            phrase: {yes: it is done to harm, no: it is not done to harm}
            question: Was it done to harm?
          duty:
            type: flag
            kind: defence
            change: establish
            presume: no
            definition: Out of duty.
            phrase: {yes: it was a duty, no: it was no duty}
            question: Was it a duty?
        constraints:
          - {id: no-trifle-is-lent, because: nobody lends a trifle, never: {act: lend, worth: trifling}}
        macros:
          owner.is-or-believed: [owner.age, owner.believed-age]
        categories:
          taking: {title: taking things, guard: {act: [take, keep]}}
          passing: {title: passing things on, guard: {act: passing}}
        aims:
          aim.gain: {act: sell}
        victim: [owner.exists, owner.age]
        belief: {real: owner.age, believed: owner.believed-age, presence: owner.exists}

        """

    static let profile = """
        jurisdiction: AA
        name: {en: Alphaland, de: Alphaland}
        short: Alpha
        legal-tradition: civil
        sources:
          general: {title: General Part, consolidated: 2026-01-01}
        general-part:
          default-fault: {at-least: acceptance, provision: s 1, review: draft}
          attempt: {punishable: crimes-and-where-stated, impossible: yes, penalty: half, provision: s 2}
          crime-threshold: {minimum: 1 year, provision: s 3}
          participation: {instigator: yes, accomplice: no, provision: s 4}
          age-of-responsibility: {age: 14, provision: s 5}
          ceiling: {imprisonment: 15 years, provision: s 6}
          limitation:
            ladder: [{maximum: over 5 years, after: 10 years}, {maximum: any, after: 3 years}]
            from: result
            provision: s 7
        coverage:
          taking: {status: encoded, general-law: searched}
          passing: not-encoded
        open-law:
          - {text: customs are not encoded, when: {by-night: yes}}

        """

    static let offences = """
        jurisdiction: AA
        sources:
          code: {title: Criminal Code, short: CC, language: en, consolidated: 2026-01-01}
        definitions:
          precious: {provision: s 10, when: {worth: great}}
        offences:
          - id: take
            title: {en: taking, de: Nehmen}
            provision: s 11
            source: code
            review: draft
            in-force: from 2020-01-01
            when: {act: take, is: precious}
            hook: {when: {by-night: no}, provision: s 90}
            except:
              - {name: duty, kind: justification, burden: accused, provision: s 12, when: {duty: yes}}
            attempt: included
            penalty:
              - {imprisonment: up to 5 years, fine: alternative, provision: s 13}
            limitation: {after: 10 years, from: majority of the victim, provision: s 14}
          - id: pass
            title: {en: passing on}
            provision: s 21
            source: code
            review: source-checked
            when: {act: passing}
            penalty: [{imprisonment: 1 year to 3 years}]
            versions:
              - {in-force: 2010-01-01 to 2019-12-31, penalty: [{imprisonment: none, fine: only}]}
              - {in-force: from 2020-01-01}

        """

    static let cooperation = """
        jurisdiction: AA
        sources:
          act: {title: Cooperation Act, consolidated: 2026-01-01}
        extradition:
          dual-criminality:
            test: conduct
            alternatives: one
            time: {requesting: [conduct], requested: [request, conduct], provision: s 30}
            effect: optional
            provision: s 31
            review: source-checked
            counts: [exclusion, justification]
            disregards: [excuse, discretion]
            inferred: [alternatives]
          threshold:
            prosecution: {requesting: {more-than: 6 months}, requested: {at-least: 1 year}, effect: mandatory, provision: s 32}
            sentence: {remaining: {at-least: 4 months}, provision: s 33}
            attempt: as-attempted
          grounds:
            political: {effect: excluded, yields-to-treaty: where-it-speaks, provision: s 35}
          silent: [death]
          without-treaty: {granted: reciprocity, states: [BB, CC], provision: s 36}
          treaties: {national-grounds: yield, provision: s 37}
          under:
            pact: {speciality: {consent: no, provision: s 38}}
        assistance:
          dual-criminality: {rule: coercive-only, measures: [search-and-seizure], provision: s 34}
          available:
            freezing: {answer: no, provision: s 39}
        reach:
          - {basis: nationality, offences: all, when: {person.deserter: no}, double-criminality-at-place: yes, provision: s 40}
          - {basis: victim, categories: [taking], subsidiary: yes, provision: s 41}
          - {basis: universal, offences: [take], provision: s 42}
        notes: [a note]

        """

    static let cases = """
        jurisdiction: AA
        cases:
          - offence: take
            punished: {act: take, worth: great, mental: purpose}
            near-miss: {changes: {worth: small}, because: not precious}
            also-punished: [{changes: {by-night: yes}}]
            also-not: [{changes: {act: n/a}, because: nothing is said}]
            date: 2025-06-01
          - facts: {act: lend}
            state: not-met
            because: lending is free

        """

    static let request = """
        request: extradition
        requesting: BB
        requested: AA
        date: 2026-03-01
        purpose: prosecution
        person: {nationalities: [BB], age-at-conduct: 30}
        case: {political: no}
        counts:
          - id: first
            charged-under: [s99]
            committed: {from: 2025-04-01, to: 2025-09-30, in: [BB]}
            facts: {act: take, worth: great}
            items:
              - {id: ring, owner.age: 13}
              - {id: coin, owner.age: 14 to 16}
          - committed: {on: 2025-12-24}
            facts:
              act: {one-of: [take, keep]}
              aims: [gain]
            alternatives: [{worth: small}, {worth: great}]

        """
}
