/*  Tests of eaw.pl:  swipl -g run_tests -g halt test.pl  */
:- use_module(library(plunit)).
:- use_module(eaw, [state/2, forget/0, truth/2, outcome/2, verdict/1, listed_offence/1]).

:- begin_tests(eaw).

%   A case against which nothing stands.
plain(purpose, prosecution).
plain(item, drugs).
plain(maximum, 60).
plain(punishable_executing, yes).
plain(below_age, no).
plain(place_executing, none).
plain(outside_issuing, no).
plain(reach_executing, yes).
plain(jurisdiction, yes).
plain(judgment_executing, none).
plain(judgment_member, none).
plain(judgment_third, none).
plain(pending_executing, no).
plain(lapsed_executing, no).

given(Changes) :-
    forget,
    forall(plain(Name, Value), state(Name, Value)),
    forall(member(Name = Value, Changes), state(Name, Value)).

test(plain, [setup(given([])), true(Verdict == clear)]) :- verdict(Verdict).
test(list_has_32_entries, true(Count == 32)) :- aggregate_all(count, listed_offence(_), Count).

test(amnesty_bars, [setup(given([amnesty = yes])), true(Verdict == barred)]) :- verdict(Verdict).
test(amnesty_needs_jurisdiction, [setup(given([amnesty = yes, jurisdiction = no])), true(Outcome == clear)]) :-
    outcome(amnesty, Outcome).
test(served_judgment_bars, [setup(given([judgment_member = served])), true(Outcome == bars)]) :-
    outcome(final_judgment_member, Outcome).
test(child_is_not_surrendered, [setup(given([below_age = yes])), true(Outcome == bars)]) :-
    outcome(age_of_responsibility, Outcome).

test(twelve_months_are_enough, [setup(given([maximum = 12])), true(Outcome == clear)]) :- outcome(penalty_threshold, Outcome).
test(eleven_are_not, [setup(given([maximum = 11])), true(Outcome == bars)]) :- outcome(penalty_threshold, Outcome).
test(threshold_of_sentences, [setup(given([purpose = sentence, imposed = 3])), true(Outcome == bars)]) :-
    outcome(sentence_threshold, Outcome).

test(list_spares_verification, [setup(given([punishable_executing = no])), true(Outcome == clear)]) :-
    outcome(dual_criminality, Outcome).
test(list_needs_three_years, [setup(given([punishable_executing = no, maximum = 35])), true(Outcome == 'may bar')]) :-
    outcome(dual_criminality, Outcome).
test(outside_the_list, [setup(given([punishable_executing = no, item = none])), true(Verdict == discretionary)]) :-
    verdict(Verdict).
test(tax_offences, [setup(given([punishable_executing = no, item = none, fiscal = yes])), true(Outcome == clear)]) :-
    outcome(dual_criminality, Outcome).

test(nationals_only_for_sentences, [setup(given([national = yes, executing_enforces = yes])), true(Outcome == clear)]) :-
    outcome(nationality_or_residence, Outcome).
test(resident_with_sentence,
        [setup(given([purpose = sentence, imposed = 12, resident = yes, executing_enforces = yes])), true(Outcome == 'may bar')]) :-
    outcome(nationality_or_residence, Outcome).
test(place, [setup(given([place_executing = part])), true(Outcome == 'may bar')]) :- outcome(territoriality, Outcome).
test(absence,
        [ setup(given([purpose = sentence, imposed = 12, in_absentia = yes, summoned = no, counsel = no, accepted = no, retrial = no])),
          true(Outcome == 'may bar') ]) :-
    outcome(in_absentia, Outcome).
test(retrial_cures_absence, [setup(given([purpose = sentence, in_absentia = yes, retrial = yes])), true(Outcome == clear)]) :-
    outcome(in_absentia, Outcome).

test(nothing_known, [setup(forget), true(Verdict == 'not settled')]) :- verdict(Verdict).
test(one_no_settles_all, [setup(given([])), true(Truth == no)]) :- truth((nothing_of_the_kind = yes, below_age = yes), Truth).
test(one_yes_settles_any, [setup(given([])), true(Truth == yes)]) :- truth((nothing_of_the_kind = yes ; below_age = no), Truth).
test(unknown_spreads, [setup(given([])), true(Truth == unknown)]) :- truth((nothing_of_the_kind = yes, below_age = no), Truth).
test(unknown_discretion_is_no_bar, [setup((given([]), retractall(eaw:fact(pending_executing, _)))), true(Verdict == discretionary)]) :-
    verdict(Verdict).

:- end_tests(eaw).
