using System.Runtime.CompilerServices;

namespace Azure.Data.Tables.Models;

/// <summary>Error codes of the Table service, to compare with <see cref="RequestFailedException.ErrorCode"/>.</summary>
public readonly struct TableErrorCode(string? value) : IEquatable<TableErrorCode>
{
    private readonly string? _value = value;

    public static TableErrorCode CommandsInBatchActOnDifferentPartitions => Named();

    public static TableErrorCode EntityAlreadyExists => Named();

    public static TableErrorCode EntityNotFound => Named();

    public static TableErrorCode EntityTooLarge => Named();

    public static TableErrorCode InvalidDuplicateRow => Named();

    public static TableErrorCode InvalidInput => Named();

    public static TableErrorCode KeyValueTooLarge => Named();

    public static TableErrorCode OperationTimedOut => Named();

    public static TableErrorCode OutOfRangeInput => Named();

    public static TableErrorCode PropertyValueTooLarge => Named();

    public static TableErrorCode ResourceNotFound => Named();

    public static TableErrorCode TableAlreadyExists => Named();

    public static TableErrorCode TableBeingDeleted => Named();

    public static TableErrorCode TableNotFound => Named();

    public static TableErrorCode TooManyProperties => Named();

    public static TableErrorCode UpdateConditionNotSatisfied => Named();

    public static implicit operator TableErrorCode(string? value) => new(value);

    public static bool operator ==(TableErrorCode left, TableErrorCode right) => left.Equals(right);

    public static bool operator !=(TableErrorCode left, TableErrorCode right) => !left.Equals(right);

    public bool Equals(TableErrorCode other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is TableErrorCode other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value ?? "";

    private static TableErrorCode Named([CallerMemberName] string name = "") => new(name);
}
