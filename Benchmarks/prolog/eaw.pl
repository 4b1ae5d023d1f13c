/*  Advises on a European arrest warrant: the grounds of articles 3, 4 and 4a of Framework Decision 2002/584/JHA, with the
    thresholds and the list of article 2. A peer for `dualcrim check`, not part of it.

        swipl eaw.pl fr-de.facts
        swipl eaw.pl fr-de.facts amnesty=yes maximum=24

    Facts are `fact(Name, Value)`: those of the files and `name=value` of the command line, the last of them counting. What is
    neither stated nor presumed is unknown, and so may be a ground. Whether the conduct is punishable under both laws is a
    fact like any other: an adviser does not derive it. Terms are in months. Prints a line for each ground and the verdict;
    ends with code 0 (clear or at the discretion of the executing state), 1 (barred), 3 (cannot be said).
*/
:- module(eaw, [ground/4, listed_offence/1, state/2, forget/0, value/2, truth/2, outcome/2, verdict/1, main/1]).

:- initialization(main, main).      % not for test.pl, which halts before

:- op(700, xfx, in).

:- dynamic fact/2.

% --- the grounds: name, article, effect, and when it stands against surrender ---------------------------------------

ground(penalty_threshold,         '2(1)',    mandatory, (purpose = prosecution, maximum < 12)).
ground(sentence_threshold,        '2(1)',    mandatory, (purpose = sentence, imposed < 4)).
ground(amnesty,                   '3(1)',    mandatory, (amnesty = yes, jurisdiction = yes)).
ground(final_judgment_executing,  '3(2)',    mandatory, judgment_executing in [acquitted, served, being_served, unenforceable]).
ground(final_judgment_member,     '3(2)',    mandatory, judgment_member in [acquitted, served, being_served, unenforceable]).
ground(age_of_responsibility,     '3(3)',    mandatory, below_age = yes).
ground(dual_criminality,          '4(1)',    optional,  (listed = no, punishable_executing = no, fiscal = no)).
ground(pending_proceedings,       '4(2)',    optional,  pending_executing = yes).
ground(discontinued,              '4(3)',    optional,  judgment_executing in [discontinued, not_prosecuted]).
ground(judgment_prevents,         '4(3)',    optional,  judgment_member = prevents).
ground(lapse_of_time,             '4(4)',    optional,  (lapsed_executing = yes, jurisdiction = yes)).
ground(final_judgment_third,      '4(5)',    optional,  judgment_third in [acquitted, served, being_served, unenforceable]).
ground(nationality_or_residence,  '4(6)',    optional,  (purpose = sentence, (national = yes ; resident = yes), executing_enforces = yes)).
ground(territoriality,            '4(7)(a)', optional,  place_executing in [part, whole]).
ground(extraterritoriality,       '4(7)(b)', optional,  (outside_issuing = yes, reach_executing = no)).
ground(in_absentia,               '4a(1)',   optional,  (purpose = sentence, in_absentia = yes, summoned = no, counsel = no,
                                                         accepted = no, retrial = no)).

% Article 2(2): dual criminality is not verified where the issuing state threatens three years or more.
listed_offence(Item) :-
    member(Item,
        [ criminal_organisation, terrorism, trafficking_in_human_beings, sexual_exploitation_of_children, drugs, weapons,
          corruption, fraud, laundering, counterfeiting_currency, computer_related_crime, environmental_crime,
          unauthorised_entry, murder, organs, kidnapping, racism, armed_robbery, cultural_goods, swindling, extortion,
          product_piracy, administrative_documents, means_of_payment, hormonal_substances, nuclear_materials,
          stolen_vehicles, rape, arson, international_crimes, seizure_of_aircraft_or_ships, sabotage ]).

% --- facts ----------------------------------------------------------------------------------------------------------

%   Absent until somebody raises it.
presumed(amnesty, no).
presumed(fiscal, no).

%!  value(+Name, -Value) is semidet.  Fails where the value is unknown.
value(listed, Value) :-
    !,
    value(item, Item),
    (   \+ listed_offence(Item)
    ->  Value = no
    ;   truth(maximum < 36, Short),
        opposite(Short, Value),
        Value \== unknown
    ).
value(Name, Value) :-
    (   fact(Name, Stated)
    ->  Value = Stated
    ;   presumed(Name, Value)
    ).

state(Name, Value) :-
    retractall(fact(Name, _)),
    assertz(fact(Name, Value)).

forget :-
    retractall(fact(_, _)).

% --- truth in three values ------------------------------------------------------------------------------------------

%!  truth(+Condition, -Truth) is det.  `yes`, `no`, or `unknown` where the facts settle it neither way.
truth((A , B), Truth) :- !, truth(A, TA), truth(B, TB), weakest([no, unknown, yes], TA, TB, Truth).
truth((A ; B), Truth) :- !, truth(A, TA), truth(B, TB), weakest([yes, unknown, no], TA, TB, Truth).
truth(Test, Truth) :-
    arg(1, Test, Name),
    (   \+ value(Name, _) -> Truth = unknown
    ;   passes(Test)      -> Truth = yes
    ;   Truth = no
    ).

passes(Name = Value)   :- value(Name, Value).
passes(Name in Values) :- value(Name, Value), memberchk(Value, Values).
passes(Name < Limit)   :- value(Name, Value), Value < Limit.

%   The first of the order that is among the two.
weakest([First|Rest], A, B, Truth) :-
    (   ( A == First ; B == First ) -> Truth = First
    ;   weakest(Rest, A, B, Truth)
    ).

opposite(yes, no).
opposite(no, yes).
opposite(unknown, unknown).

% --- the advice -----------------------------------------------------------------------------------------------------

%!  outcome(?Ground, -Outcome) is nondet.
outcome(Ground, Outcome) :-
    ground(Ground, _, Effect, Condition),
    truth(Condition, Truth),
    outcome(Truth, Effect, Outcome).

outcome(no, _, clear).
outcome(unknown, _, unknown).
outcome(yes, Effect, Outcome) :- weight(Effect, Outcome).

weight(mandatory, bars).
weight(optional, 'may bar').

%!  verdict(-Verdict) is det.
verdict(barred)          :- outcome(_, bars), !.
verdict('not settled')   :- ground(Ground, _, mandatory, _), outcome(Ground, unknown), !.
verdict(discretionary)   :- outcome(_, Outcome), Outcome \== clear, !.
verdict(clear).

code(clear, 0).
code(discretionary, 0).
code(barred, 1).
code('not settled', 3).

main(Arguments) :-
    maplist(take, Arguments),
    forall(
        ( outcome(Ground, Outcome), ground(Ground, Article, _, _) ),
        format("~w~t~28|~w~t~38|art ~w~n", [Ground, Outcome, Article])),
    verdict(Verdict),
    format("verdict: ~w~n", [Verdict]),
    code(Verdict, Code),
    halt(Code).

%   `name=value`, or a file of facts, which is read as terms and never run.
take(Argument) :-
    (   sub_atom(Argument, _, _, _, =)
    ->  term_to_atom(Name = Value, Argument),
        state(Name, Value)
    ;   setup_call_cleanup(open(Argument, read, Stream), take_all(Stream), close(Stream))
    ).

take_all(Stream) :-
    read(Stream, Term),
    (   Term == end_of_file -> true
    ;   Term = fact(Name, Value) -> state(Name, Value), take_all(Stream)
    ;   domain_error(fact, Term)
    ).
