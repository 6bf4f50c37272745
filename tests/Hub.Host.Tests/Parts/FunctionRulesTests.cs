using Hub.Host.Functions;
using Hub.Host.Protocol;

namespace Hub.Host.Tests.Parts;

public sealed class FunctionRulesTests
{
    private const string Out = """{"name":"$return","type":"http","direction":"Out"}""";
    private readonly FunctionRules _rules = new();

    [Theory]
    [InlineData("no-binding", null, "At least one binding must be declared.")]
    [InlineData("no-trigger", Out, "No trigger binding specified. A function must have a trigger input binding.")]
    [InlineData("1st", """{"name":"t","type":"timerTrigger","direction":"In"}""", "'1st' is not a valid function name.")]
    [InlineData("host", """{"name":"t","type":"timerTrigger","direction":"In"}""", "'host' is not a valid function name.")]
    [InlineData(
        "a",
        """{"name":"my_mail","type":"timerTrigger","direction":"In"}""",
        "The binding name my_mail is invalid. Please assign a valid name to the binding."
    )]
    [InlineData(
        "a",
        """{"name":"t","type":"blobTrigger","direction":"In"}""",
        "The binding type(s) 'blobTrigger' are not registered: this host has HTTP, timers and Service Bus."
    )]
    [InlineData(
        "a",
        """{"name":"t","type":"serviceBusTrigger","direction":"In","properties":{"supportsDeferredBinding":"True"}}""",
        "The binding 't' wants batches, sessions or a type of its extension, which this host lacks. Take a string."
    )]
    [InlineData(
        "a",
        """{"name":"t","type":"serviceBusTrigger","direction":"In","cardinality":"Many"}""",
        "The binding 't' wants batches, sessions or a type of its extension, which this host lacks. Take a string."
    )]
    [InlineData("a", """{"name":"t","type":"timerTrigger","direction":"In"}""", null)]
    [InlineData("a-b_C9", """{"name":"t","type":"TimerTrigger","direction":"In"}""", null)]
    public void A_function_is_refused_for_its_name_or_bindings(string name, string? binding, string? reason) =>
        Assert.Equal(reason, _rules.Refuse(Function(name, binding is null ? [] : [binding])));

    [Theory]
    [InlineData("admin", false)]
    [InlineData("Admin/x", false)]
    [InlineData("/administration", false)]
    [InlineData("runtime/x", false)]
    [InlineData("/", false)]
    [InlineData("my/admin", true)]
    [InlineData("{*path}", true)]
    [InlineData("", true)]
    public void Routes_of_the_host_s_own_and_the_root_are_refused(string route, bool accepted) =>
        Assert.Equal(accepted, _rules.Refuse(Http("a", route, "get")) is null);

    [Theory]
    [InlineData("x/{id}", "get", "x/{id}", "get", false)]
    [InlineData("x/{id}", "get", "/X/{ID}/", "GET", false)]
    [InlineData("x/{id}", "get,post", "x/{id}", "post,put", false)]
    [InlineData("x/{id}", "", "x/{id}", "put", false)]
    [InlineData("x/{id}", "get", "x/{id}", "post", true)]
    [InlineData("x/{id}", "get", "x/{other}", "get", true)]
    public void Two_functions_do_not_share_method_and_route(string one, string methods, string other, string otherMethods, bool accepted)
    {
        Assert.Null(_rules.Refuse(Http("one", one, methods)));

        Assert.Equal(
            accepted ? null : "The route specified conflicts with the route defined by function 'one'.",
            _rules.Refuse(Http("other", other, otherMethods)));
    }

    [Fact]
    public void Names_of_functions_are_unique_without_regard_to_case_and_a_refused_one_does_not_count()
    {
        Assert.NotNull(_rules.Refuse(Http("same", "admin", "get")));
        Assert.Null(_rules.Refuse(Http("Same", "x", "get")));
        Assert.Equal("The function name 'same' must be unique.", _rules.Refuse(Http("same", "y", "get")));
    }

    private static FunctionDefinition Http(string name, string route, string methods)
    {
        var list = System.Text.Json.JsonSerializer.Serialize(methods.Split(',', StringSplitOptions.RemoveEmptyEntries));
        return Function(
            name, $$"""{"name":"r","type":"httpTrigger","direction":"In","route":"{{route}}","methods":{{list}}}""", Out);
    }

    private static FunctionDefinition Function(string name, params string[] bindings) =>
        FunctionDefinition.Read(new RpcFunctionMetadata { Name = name, FunctionId = name, RawBindings = { bindings } });
}
