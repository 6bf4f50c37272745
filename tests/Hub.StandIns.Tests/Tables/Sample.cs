namespace Hub.StandIns.Tests.Tables;

public sealed record Sample(
    string Text, long Number, double Share, bool Flag, int Count, int? Maybe, Guid Id, byte Byte, DateTimeOffset Time, Kind Kind)
{
    public static Sample Of(Authority read) => new(
        read.Name!, read.Sequence, read.Share, read.Active, read.Count, read.Maybe, read.Id, read.Seal!.Single(), read.Since, read.Kind);

    public Authority ToAuthority() => new()
    {
        PartitionKey = "p", RowKey = $"{Guid.NewGuid()}", Name = Text, Sequence = Number, Share = Share, Active = Flag, Count = Count,
        Maybe = Maybe, Id = Id, Seal = [Byte], Since = Time, Kind = Kind,
    };
}
