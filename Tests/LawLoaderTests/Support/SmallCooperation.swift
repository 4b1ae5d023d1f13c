/// Grounds, a treaty and its parties: as small as the law of AA, and as invented.
extension SmallLaw {
    static let pact = "Rules/instruments/pact.yaml"

    static let grounds = """
        grounds-version: 3
        elements:
          within-pact:
            type: flag
            kind: derived
            change: establish
            definition: Whether the pact names it.
            phrase: {yes: it is within the pact, no: it is outside the pact}
            question: Is it within the pact?
          penalty.death-possible:
            type: flag
            kind: derived
            change: fixed
            definition: Whether death threatens.
            phrase: {yes: death threatens, no: death does not threaten}
            question: Does death threaten?
          case.political:
            type: flag
            kind: defence
            change: establish
            presume: no
            definition: Whether it is political.
            phrase: {yes: it is political, no: it is not political}
            question: Is it political?
          case.trial:
            type: choice
            kind: fact
            change: establish
            definition: How the trial was held.
            phrase: the trial was {}
            question: How was the trial held?
            values: {fair: fair, unfair: unfair, absent: held in absence}
            groups: {bad: [unfair, absent]}
          case.derived:
            type: flag
            kind: derived
            change: fixed
            definition: What nobody states.
            phrase: {yes: it is found, no: it is not found}
            question: Is it found?
          person.deserter:
            type: flag
            kind: fact
            change: fixed
            definition: Whether the person deserted.
            phrase: {yes: the person deserted, no: the person did not desert}
            question: Did the person desert?
          assurance.no-death:
            type: flag
            kind: fact
            change: establish
            definition: Whether it is assured that nobody dies.
            phrase: {yes: it is assured, no: it is not assured}
            question: Is it assured?
        constraints:
          - {id: no-deserter-is-political, because: it is military, never: {person.deserter: yes, case.political: yes}}
        grounds:
          political:
            title: Political offences
            for: [extradition, assistance]
            scope: request
            raised-by: case
            when: {case.political: yes}
          death:
            title: Death
            for: [extradition]
            scope: count
            raised-by: law
            when: {penalty.death-possible: yes, assurance.no-death: no}
            cures:
              - {kind: assurance, id: no-death, text: assure that nobody dies, provision: art 0}
            note: a note
          out-of-scope:
            title: Outside the pact
            for: [extradition, assistance]
            scope: count
            raised-by: law
            when: {within-pact: no}

        """

    static let instrument = """
        instrument: pact
        title: {en: Pact of the Two Rivers, de: Flusspakt}
        short: Pact
        for: [extradition, assistance]
        basis: {extradition: yes, assistance: where-no-other-treaty}
        exhaustive: no
        benchmark: rivers
        in-force: 2005-01-01
        until: 2040-12-31
        sources:
          text: {title: The Pact, consolidated: 2026-01-01}
        prevails-over:
          - {instruments: [old-pact], provision: art 20}
        dual-criminality: {test: offence, provision: art 2}
        threshold:
          prosecution: {requesting: {at-least: 1 year}, requested: {more-than: 6 months}, yields-to-treaty: yes, provision: art 3(1)}
          sentence: {imposed: {at-least: 4 months}, remaining: {more-than: 90 days}, provision: art 3(2)}
          accessory: {provision: art 3(3), review: source-checked}
        list:
          items:
            - {id: theft, title: taking of things, categories: [taking]}
            - {id: arson, title: arson}
          threshold: {requesting: {at-least: 3 years}}
          provision: art 4
        offences-listed:
          items: [{id: sale, title: selling, categories: [passing]}]
          provision: art 4(2)
        scope: {for: [assistance], when: {within-pact: yes}, provision: art 1}
        grounds:
          political:
            effect: mandatory
            unless: {case.trial: fair}
            yields-to-treaty: where-it-speaks
            provision: art 5
            source: text
            review: source-checked
            note: a note
            cures: [{kind: review, text: read the protocol}]
          death:
            - {effect: optional, when: {penalty.death-possible: yes}, provision: art 6(1)}
            - {effect: condition, provision: art 6(2)}
        silent: {extradition: [out-of-scope], assistance: []}
        speciality: {consent: yes, grace: 45 days, provision: art 7}
        documents: [{text: the warrant, provision: art 8}]
        duty-to-prosecute: {on-request: yes, provision: art 9}
        deemed-extraditable: {provision: art 10}
        reservations:
          - party: AA
            kind: reservation
            from: 2005-01-01
            until: 2019-12-31
            read-in: the gazette of AA
            provision: art 21
            grounds: {political: {effect: excluded, for: [assistance], provision: art 5}}
          - party: AA
            kind: declaration
            from: 2020-01-01
            applies: both
            read-in: the gazette of AA
            basis: {assistance: no}
            provision: art 22
            grounds: {political: {effect: unknown, provision: art 5}}
        notes: [a note]

        """

    static let parties = """
        parties: 1
        sources:
          list: {title: List of parties, consolidated: 2026-01-01}
        instruments:
          pact:
            complete: no
            states:
              AA: {from: 2010-01-01, side: north, review: source-checked}
              BB: {from: unknown, until: 2029-12-31, side: south}
              CC: {party: no, as-of: 2024-06-30, note: searched}
          old-pact:
            encoded: no
            title: {en: Old Pact}
            for: [extradition]
            complete: yes
            protocol: yes
            states: {AA: {from: 1990-05-05}}

        """
}
