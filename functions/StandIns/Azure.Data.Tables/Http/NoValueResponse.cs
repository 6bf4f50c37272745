namespace Azure.Data.Tables.Http;

/// <summary>The answer about an entity that is not there.</summary>
internal sealed class NoValueResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("The entity does not exist: look at HasValue first.");

    public override Response GetRawResponse() => response;
}
