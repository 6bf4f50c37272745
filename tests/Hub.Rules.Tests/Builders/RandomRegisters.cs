using FsCheck;
using FsCheck.Fluent;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Rules.Tests.Builders;

/// <summary>Registers of a few States with whatever can stand in them; everything restricted bears the marker.</summary>
internal static class RandomRegisters
{
    private static readonly StateCode[] Codes = [new("XAA"), new("SEN"), new("CIV"), new("SWE"), new("HKG")];
    private static readonly string[] Networks = ["wacap", "ejn", "iberred"];

    public static Arbitrary<RegisterSnapshot> Any { get; } = One().ToArbitrary();

    public static Arbitrary<(RegisterSnapshot Old, RegisterSnapshot New)> Two { get; } =
        Gen.Zip(One(), One()).Select(p => (p.Item1, p.Item2)).ToArbitrary();

    private static Gen<RegisterSnapshot> One() => Gen.ListOf(Gen.Zip(Gen.Choose(0, 3), Gen.Choose(0, 999))).Select(
        parts => RegisterSnapshot.Empty.With(parts.Take(20).Select(p => Write(p.Item1, p.Item2)), new(parts.Count, new string('a', 64))));

    private static RecordWrite Write(int kind, int seed)
    {
        var state = Codes[seed % Codes.Length];
        return kind switch
        {
            0 => new MembershipWrite(new(
                Networks[seed % 3], state, (MembershipRole)(seed % 2), null, seed % 7 == 0 ? Sample.Today.AddDays(-1) : null, "a source",
                Confidence.Low, null)),
            1 => new StateWrite(new()
            {
                State = state,
                LegalBasis = seed % 3 == 0 ? [] : [new(Instrument.Untoc, (LegalBasisValue)(seed % 4), Sample.Today)],
                NilDeclarations = seed % 2 == 0 ? [] : [new(PairOf(seed), Sample.Today.AddDays(-seed))],
            }),
            _ => new AuthorityWrite(Authority(state, seed), null),
        };
    }

    private static Pair PairOf(int seed) => Pairs.Allowed[seed % Pairs.Allowed.Count];

    private static Authority Authority(StateCode state, int seed)
    {
        var authority = Sample.Authority($"record-{seed % 6}-{state}", state, PairOf(seed));
        return authority with
        {
            Version = 1 + seed % 3,
            Public = new() { State = state, Website = seed % 2 == 0 ? "https://public.example/" : null },
            Restricted = authority.Restricted with
            {
                UnitName = seed % 4 == 0 ? null : $"Unit {seed % 5} {Sample.Marker}",
                PostalAddress = seed % 5 == 0 ? null : new([Sample.Marker], $"Town {seed % 3}"),
                Phones = [new(Sample.Marker)],
                Emails = [new($"{Sample.Marker}@justice.example")],
                OfficeHours = [new(DayOfWeek.Monday, new(8 + seed % 3, 0), new(16, 30))],
                UrgentProcedure = new(Sample.Marker, new(Sample.Marker)),
            },
            Upkeep = authority.Upkeep with { Salt = Sample.Marker, Status = (RecordStatus)(seed % 4) },
            Secretariat = new() { ContactPerson = new($"{Sample.Marker}-secret") },
        };
    }
}
