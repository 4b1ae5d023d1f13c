import Law
import Testing

@testable import DualCriminality

/// Repairs of small laws: each kind of edit, what it is called and what else it would punish.
@Suite struct RepairTests {
    private static let art1 = "{act: possess, material.real-age: under 18, material.person: child, mental: at least acceptance}"

    @Test func anAgeIsRaised() throws {
        let setting = try RepairSetting(
            [Self.art1], against: SmallLaw.plain("s 1", "{act: possess, material.person: child, material.real-age: under 14}"))
        let provision = try setting.run().provisions[0]
        let repair = try #require(provision.repairs.first)
        #expect(repair.edits.map(\.kind) == [.widen])
        #expect(repair.edits[0].text == "C s 1: raise “the person shown was under 14 when recorded” to “under 18”")
        #expect(repair.edits[0].element == "material.real-age")
        #expect(repair.edits[0].from?.to == 13)
        #expect(repair.edits[0].to?.to == 17)
        #expect(repair.newlyPunished == [])
        #expect(repair.verified)
        #expect(repair.touches == 1)
        #expect(try setting.after(repair).coverage == .covered)
        #expect(try setting.after(repair).gaps == [])
        #expect(provision.repairs.last?.isNewOffenceOnly == true)
    }

    @Test func aValueIsAdded() throws {
        let setting = try RepairSetting(
            ["{act: possess, material.medium: [photo, video], mental: at least acceptance}"],
            against: SmallLaw.plain("s 1", "{act: possess, material.medium: photo}"))
        let repair = try #require(try setting.run().provisions[0].repairs.first)
        #expect(repair.edits.map(\.text) == ["C s 1: let it also cover cases where the material is a video or film"])
        #expect(repair.newlyPunished == [])
        #expect(try setting.after(repair).coverage == .covered)
    }

    @Test func aRequirementIsDropped() throws {
        let setting = try RepairSetting(
            ["{act: possess, mental: at least acceptance}"],
            against: SmallLaw.plain("s 1", "{act: possess, aim.distribution: yes}"))
        let repair = try #require(try setting.run().provisions[0].repairs.first)
        #expect(repair.edits.map(\.kind) == [.dropRequirement])
        #expect(repair.edits[0].text == "C s 1: drop the requirement that the material is meant for distribution to the public")
        #expect(try setting.after(repair).coverage == .covered)
    }

    @Test func theFaultIsLowered() throws {
        let setting = try RepairSetting(
            ["{act: possess, mental: at least knowledge}"],
            against: SmallLaw.plain("s 1", "{act: possess, mental: purpose}"))
        let repair = try #require(try setting.run().provisions[0].repairs.first)
        #expect(repair.edits.map(\.kind) == [.lowerFault])
        #expect(repair.edits[0].text == "C s 1: lower the fault from “the fault is purpose” to “the fault is at least knowledge”")
        #expect(repair.newlyPunished == [])
        #expect(try setting.after(repair).coverage == .covered)
    }

    @Test func anExceptionIsNarrowedOrDropped() throws {
        let setting = try RepairSetting(
            [Self.art1],
            against: SmallLaw.plain(
                "s 1", "{act: possess, material.person: child, material.real-age: under 18}",
                extra: ["except: [{name: older minors, kind: exclusion, provision: s 2, when: {material.real-age: 14 to 20}}]"]))
        let repairs = try setting.run().provisions[0].repairs
        let repair = try #require(repairs.first)
        #expect(repair.edits.map(\.kind) == [.narrowException])
        #expect(repair.edits[0].exception == "older minors")
        #expect(repair.edits[0].to?.from == 18)
        #expect(repair.newlyPunished == [])
        #expect(try setting.after(repair).coverage == .covered)
    }

    @Test func anEmptyExceptionIsStruckOut() throws {
        let setting = try RepairSetting(
            [Self.art1],
            against: SmallLaw.plain(
                "s 1", "{act: possess, material.person: child, material.real-age: under 18}",
                extra: ["except: [{name: older minors, kind: exclusion, provision: s 2, when: {material.real-age: 14 to 17}}]"]))
        let repair = try #require(try setting.run().provisions[0].repairs.first)
        let amended = setting.state.applying(repair.amendment, on: setting.date)
        #expect(amended.offences[0].version(on: setting.date)?.exceptions.count == 0)
        #expect(try setting.after(repair).coverage == .covered)
    }

    @Test func theAttemptIsPunished() throws {
        let general = SmallLaw().generalPart.replacing("punishable: all", with: "punishable: where-stated")
        let setting = try RepairSetting(
            ["{act: possess, mental: at least knowledge}"], against: SmallLaw.plain("s 1", "{act: possess}"), general: general)
        let provision = try setting.run().provisions[0]
        #expect(provision.coverage == .covered)
        #expect(provision.gaps.map(\.layer) == [.margins])
        let repair = try #require(provision.repairs.first)
        #expect(repair.edits.map(\.text) == ["C s 1: make the attempt punishable"])
        #expect(repair.layer == .margins)
        #expect(try setting.after(repair).gaps == [])
    }

    @Test func accomplicesArePunished() throws {
        let general = SmallLaw().generalPart.replacing("accomplice: yes", with: "accomplice: no")
        let setting = try RepairSetting(
            ["{act: possess, mental: at least knowledge}"], against: SmallLaw.plain("s 1", "{act: possess}"), general: general)
        let repair = try #require(try setting.run().provisions[0].repairs.first)
        #expect(repair.edits.map(\.text) == ["s 3: punish instigators and accomplices"])
        #expect(try setting.after(repair).gaps == [])
    }

    @Test func whatIsNewIsReportedExactly() throws {
        let setting = try RepairSetting(
            ["{act: possess, material.person: child, material.real-age: under 18, material.medium: photo, mental: at least acceptance}"],
            against: SmallLaw.plain("s 1", "{act: possess, material.person: child, material.real-age: under 14, material.medium: [photo, text]}"))
        let repair = try #require(try setting.run().provisions[0].repairs.first)
        #expect(repair.edits.map(\.kind) == [.widen])
        #expect(repair.newlyPunished.map(\.region.text) == ["the material is a text and the person shown was 14 to 17 when recorded"])
        #expect(repair.newlyPunishedComplete)
    }

    @Test func whatAnotherProvisionAsksForIsNotBeyondTheInstrument() throws {
        let common = "act: possess, material.person: child, material.real-age: under 18, mental: at least acceptance"
        let setting = try RepairSetting(
            ["{\(common), material.medium: photo}", "{\(common), material.medium: text}"],
            against: SmallLaw.plain("s 1", "{act: possess, material.person: child, material.real-age: under 14, material.medium: [photo, text]}"))
        let repair = try #require(try setting.run(provision: "art1").provisions[0].repairs.first)
        #expect(repair.newlyPunished == [])
    }

    @Test func theActIsNeverTouched() throws {
        let setting = try RepairSetting(
            ["{act: [possess, access], mental: at least acceptance}"], against: SmallLaw.plain("s 1", "{act: offer}"))
        let provision = try setting.run().provisions[0]
        #expect(provision.repairs.count == 1)
        #expect(provision.repairs[0].isNewOffenceOnly)
        #expect(provision.repairs[0].edits[0].text == "a new offence with the definition of MC art 1")
        #expect(provision.repairSearch?.note == "no offence of the state comes near enough for 3 edits")
        #expect(try setting.after(provision.repairs[0]).coverage == .covered)
    }

    @Test func anActWithoutAnOffenceIsANewOffenceBesideTheEdits() throws {
        let setting = try RepairSetting(
            ["{act: [possess, access], material.medium: [photo, text], mental: at least acceptance}"],
            against: SmallLaw.plain("s 1", "{act: possess, material.medium: photo}"))
        let repair = try #require(try setting.run().provisions[0].repairs.first { !$0.isNewOffenceOnly })
        #expect(repair.edits.map(\.kind) == [.widen, .newOffence])
        #expect(repair.edits[1].text.hasSuffix("for cases where the person views or retrieves the material without keeping it"))
        #expect(try setting.after(repair).coverage == .covered)
    }

    @Test func aDefinitionIsEditedOnce() throws {
        let setting = try RepairSetting(
            ["{act: possess, material.person: child, material.real-age: under 18, mental: at least acceptance}",
                "{act: access, material.person: child, material.real-age: under 18, mental: at least acceptance}"],
            against: SmallLaw.plain("s 1", "{act: possess, is: young}") + SmallLaw.plain("s 2", "{act: access, is: young}"),
            definitions: "  young: {provision: s 9, when: {material.person: child, material.real-age: under 14}}")
        let report = try setting.run()
        for provision in report.provisions {
            let repair = try #require(provision.repairs.first)
            #expect(repair.edits.map(\.definition) == ["young"])
            #expect(repair.edits[0].text.hasPrefix("s 9 (“young”): raise"))
            #expect(repair.touches == 2)
            for other in ["art1", "art2"] { #expect(try setting.after(repair, provision: other).coverage == .covered) }
        }
    }

    /// Both would do; the offence that also reaches texts would newly punish more.
    @Test func theRepairThatPunishesLessComesFirst() throws {
        let model = "{act: possess, material.person: child, material.real-age: under 18, material.medium: photo, mental: at least acceptance}"
        let wide = SmallLaw.plain("s 1", "{act: possess, material.person: child, material.real-age: under 14}")
        let narrow = SmallLaw.plain("s 2", "{act: possess, material.person: child, material.real-age: under 14, material.medium: photo}")
        for offences in [wide + narrow, narrow + wide] {
            let repairs = try RepairSetting([model], against: offences).run().provisions[0].repairs
            #expect(repairs.first?.edits.map(\.offence) == ["s 2"])
            #expect(repairs.first?.newlyPunished == [])
            #expect(repairs.dropFirst().first?.edits.map(\.offence) == ["s 1"])
            #expect(repairs.dropFirst().first?.newlyPunished.isEmpty == false)
        }
    }

    @Test func openLawIsNotRepaired() throws {
        let setting = try RepairSetting(
            [Self.art1], against: SmallLaw.plain("s 1", "{act: offer}"),
            openLaw: "  - {text: the Penal Ordinance, when: {act: possess}}")
        let provision = try setting.run().provisions[0]
        #expect(provision.coverage == .unknown)
        #expect(provision.repairs == [])
        #expect(provision.repairSearch?.note?.hasPrefix("whether it falls short turns on open law") == true)
        #expect(provision.open == ["the Penal Ordinance"])
    }

    /// The gap beside open law is repaired; the rest is not claimed.
    @Test func theGapBesideOpenLawIsRepaired() throws {
        let setting = try RepairSetting(
            ["{act: possess, material.medium: [photo, video, text], mental: at least acceptance}"],
            against: SmallLaw.plain("s 1", "{act: possess, material.medium: photo}"),
            openLaw: "  - {text: the Penal Ordinance, when: {act: possess, material.medium: text}}")
        let repair = try #require(try setting.run().provisions[0].repairs.first)
        #expect(repair.edits[0].text == "C s 1: let it also cover cases where the material is a video or film")
        #expect(repair.coverage == .unknown)
        #expect(try setting.after(repair).coverage == .unknown)
    }

    @Test func nothingIsProposedWhereNothingIsMissing() throws {
        let provision = try RepairSetting([Self.art1], against: SmallLaw.plain("s 1", "{act: possess}")).run().provisions[0]
        #expect(provision.repairs == [])
        #expect(provision.repairSearch == nil)
    }
}

extension String {
    fileprivate func replacing(_ old: String, with new: String) -> String {
        split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
}
