import Testing

@testable import ConditionAlgebra

/// The laws of Boolean algebra and of quantifiers, through the identity of nodes.
@Suite struct LawTests {
    @Test func booleanAlgebra() throws {
        var source = Seed.generator("laws")
        for _ in 0..<300 {
            var world = try World.random(using: &source)
            for _ in 0..<5 {
                let (f, _, tree) = try world.randomCondition(using: &source)
                let (g, _, other) = try world.randomCondition(using: &source)
                let (h, _, third) = try world.randomCondition(using: &source)
                let context = "sizes \(world.space.sizes), f = \(tree), g = \(other), h = \(third)"
                var s = world.store
                let notF = try s.not(f)
                let notG = try s.not(g)
                let both = try s.and(f, g)
                let either = try s.or(f, g)
                let laws: [(String, Node, Node)] = [
                    ("and commutes", both, try s.and(g, f)),
                    ("or commutes", either, try s.or(g, f)),
                    ("and associates", try s.and(both, h), try s.and(f, try s.and(g, h))),
                    ("or associates", try s.or(either, h), try s.or(f, try s.or(g, h))),
                    ("and over or", try s.and(f, try s.or(g, h)), try s.or(both, try s.and(f, h))),
                    ("or over and", try s.or(f, try s.and(g, h)), try s.and(either, try s.or(f, h))),
                    ("De Morgan, and", try s.not(both), try s.or(notF, notG)),
                    ("De Morgan, or", try s.not(either), try s.and(notF, notG)),
                    ("double negation", try s.not(notF), f),
                    ("absorption, or", try s.or(f, both), f),
                    ("absorption, and", try s.and(f, either), f),
                    ("excluded middle", try s.or(f, notF), .always),
                    ("contradiction", try s.and(f, notF), .never),
                    ("subtract is and not", try s.subtract(f, g), try s.and(f, notG)),
                    ("implies is not or", try s.implies(f, g), try s.or(notF, g)),
                    ("implies itself", try s.implies(f, f), .always),
                    ("all", try s.all([f, g, h]), try s.and(f, try s.and(g, h))),
                    ("any", try s.any([f, g, h]), try s.or(f, try s.or(g, h))),
                ]
                for (name, left, right) in laws { try demand(left == right, "\(name): \(context)") }
            }
        }
    }

    @Test func quantifiers() throws {
        var source = Seed.generator("quantifier laws")
        for _ in 0..<300 {
            var world = try World.random(using: &source)
            for _ in 0..<5 {
                let (f, _, tree) = try world.randomCondition(using: &source)
                let (g, _, other) = try world.randomCondition(using: &source)
                let some = (0..<world.space.count).filter { _ in source.chance(0.4) }
                let more = (0..<world.space.count).filter { _ in source.chance(0.4) }
                let context = "sizes \(world.space.sizes), over \(some) and \(more), f = \(tree), g = \(other)"
                var s = world.store
                let existsF = try s.exists(f, over: some)
                let forallF = try s.forall(f, over: some)
                let eitherNode = try s.or(f, g)
                let bothNode = try s.and(f, g)
                let laws: [(String, Node, Node)] = [
                    ("duality", forallF, try s.not(try s.exists(try s.not(f), over: some))),
                    (
                        "exists over or", try s.exists(eitherNode, over: some),
                        try s.or(existsF, try s.exists(g, over: some))
                    ),
                    (
                        "forall over and", try s.forall(bothNode, over: some),
                        try s.and(forallF, try s.forall(g, over: some))
                    ),
                    ("exists twice", try s.exists(existsF, over: more), try s.exists(f, over: some + more)),
                    ("forall implies f", try s.subtract(forallF, f), .never),
                    ("f implies exists", try s.subtract(f, existsF), .never),
                    (
                        "over everything", try s.exists(f, over: Array(0..<world.space.count)),
                        f == .never ? .never : .always
                    ),
                ]
                for (name, left, right) in laws { try demand(left == right, "\(name): \(context)") }
                try demand(Set(s.support(existsF)).isDisjoint(with: some), "no longer depends: \(context)")

                // Shannon: a condition is the sum of what remains of it for each value.
                for variable in 0..<world.space.count {
                    var sum = Node.never
                    for value in 0..<world.space.sizes[variable] {
                        let slice = try s.and(try s.literal(variable, [value]), try s.restrict(f, variable, value))
                        sum = try s.or(sum, slice)
                    }
                    try demand(sum == f, "expansion by \(variable): \(context)")
                }
            }
        }
    }
}
