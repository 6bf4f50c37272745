using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Amqp;
using Amqp.Framing;
using FsCheck.Fluent;
using Hub.LocalProcesses;

namespace Hub.Broker.Tests;

public sealed class HostileTests
{
    private static readonly byte[] Sasl = [.. "AMQP"u8, 3, 1, 0, 0];
    private static readonly byte[] Plain = [.. "AMQP"u8, 0, 1, 0, 0];

    // A frame of SASL: init, with the mechanism MSSBCBS.
    private static readonly byte[] Init =
        [0, 0, 0, 24, 2, 1, 0, 0, 0, 0x53, 0x41, 0xc0, 11, 1, 0xa3, 7, .. "MSSBCBS"u8, 0x40];

    public static TheoryData<string, byte[]> Openings() => new()
    {
        { "HTTP", Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: x\r\n\r\n") },
        { "TLS", [0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3] },
        { "zeros", new byte[4096] },
        { "AMQP without SASL", Plain },
        { "SASL frame of four gigabytes", [.. Sasl, 0xff, 0xff, 0xff, 0xff] },
        { "SASL frame of no bytes", [.. Sasl, 0, 0, 0, 0] },
        { "SASL frame of three bytes", [.. Sasl, 0, 0, 0, 3, 0, 0, 0] },
        { "AMQP frame of four gigabytes", [.. Sasl, .. Init, .. Plain, 0xff, 0xff, 0xff, 0xff] },
        { "AMQP frame of one byte", [.. Sasl, .. Init, .. Plain, 0, 0, 0, 1, 0, 0, 0] },
        { "lists in lists", [.. Sasl, .. Init, .. Plain, .. Frame(Enumerable.Repeat<byte[]>([0xc0, 0xff, 1], 5000).SelectMany(b => b))] },
        { "described types in described types", [.. Sasl, .. Init, .. Plain, .. Frame(new byte[16000])] },
    };

    [Theory]
    [MemberData(nameof(Openings))]
    public async Task Bytes_that_are_not_AMQP_end_their_connection_and_nothing_else(string what, byte[] bytes)
    {
        await using var bus = await Bus.Start();

        await IsHungUpOn(bus.Broker.Port, bytes, what);

        await Works(bus);
    }

    [Fact]
    public async Task No_bytes_whatever_end_the_broker()
    {
        await using var bus = await Bus.Start();
        var prefixes = new[] { [], Sasl, [.. Sasl, .. Init, .. Plain] };
        var noise = Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b), 64);
        foreach (var prefix in prefixes)
            foreach (var bytes in noise.Sample(100))
                await Send(bus.Broker.Port, [.. prefix, .. bytes]);

        await Works(bus);
    }

    [Fact]
    public async Task A_connection_on_which_nothing_is_said_is_closed()
    {
        await using var bus = await Bus.Start();

        await Task.WhenAll(
            IsHungUpOn(bus.Broker.Port, [], "nothing"),
            IsHungUpOn(bus.Broker.Port, Sasl, "half a handshake"),
            IsHungUpOn(bus.Broker.Port, [.. Sasl, .. Init, .. Plain], "no opening"));
    }

    [Fact]
    public async Task Thousands_of_connections_leave_room_for_a_client()
    {
        await using var bus = await Bus.Start();
        var sockets = new List<Socket>();
        for (var i = 0; i < 2000; i++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, bus.Broker.Port);
            await socket.SendAsync(i % 2 == 0 ? Sasl : [.. Sasl, .. Init, .. Plain]);
            sockets.Add(socket);
        }

        await Works(bus);

        sockets.ForEach(s => s.Dispose());
        await Eventually.True(() => Sockets(bus) < 100, "the broker lets go of them");
    }

    [Fact]
    public async Task A_message_that_never_ends_ends_its_connection_and_takes_little_memory()
    {
        await using var bus = await Bus.Start();
        var connection = await Hostile.Connect(bus.Broker.Port);
        var sender = new SenderLink(new Session(connection), "endless", "work");

        var error = await Record.ExceptionAsync(() => sender.SendAsync(new Message
        {
            BodySection = new Data { Binary = new byte[200_000_000] },
        }));

        Assert.NotNull(error);
        await Works(bus);
        using var broker = Process.GetProcessById(bus.Broker.ProcessId);
        Assert.InRange(broker.PeakWorkingSet64, 1, 300_000_000);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("")]
    [InlineData("$management")]
    public async Task A_link_to_nothing_is_refused_and_its_connection_goes_on(string address)
    {
        await using var bus = await Bus.Start();
        var connection = await Hostile.Connect(bus.Broker.Port);
        var session = new Session(connection);

        var error = await Assert.ThrowsAsync<AmqpException>(() => new SenderLink(session, "wrong", address).SendAsync(new Message("x")));
        await new SenderLink(session, "right", "work").SendAsync(new Message("x"));

        Assert.Equal("amqp:not-found", (string)error.Error.Condition);
        await connection.CloseAsync();
    }

    [Theory]
    [InlineData("com.microsoft:renew-lock")]
    [InlineData("com.microsoft:update-disposition")]
    [InlineData("com.microsoft:peek-message")]
    [InlineData("com.microsoft:schedule-message")]
    [InlineData("com.microsoft:cancel-scheduled-message")]
    public async Task A_request_without_what_it_needs_gets_an_error(string operation)
    {
        await using var bus = await Bus.Start();

        var response = await Request(
            bus, operation, new Amqp.Types.Map { ["lock-tokens"] = "none", ["messages"] = 1, ["sequence-numbers"] = "x" });

        Assert.Equal(400, response.ApplicationProperties["statusCode"]);
        Assert.Equal("com.microsoft:argument-error", $"{response.ApplicationProperties["errorCondition"]}");
    }

    [Fact]
    public async Task A_request_for_an_unknown_operation_gets_an_error()
    {
        await using var bus = await Bus.Start();

        Assert.Equal(501, (await Request(bus, "com.microsoft:purge", [])).ApplicationProperties["statusCode"]);
        Assert.Equal(400, (await Request(bus, "com.microsoft:peek-message", body: null)).ApplicationProperties["statusCode"]);
    }

    private static async Task<Message> Request(Bus bus, string operation, Amqp.Types.Map? body)
    {
        var connection = await Hostile.Connect(bus.Broker.Port);
        var session = new Session(connection);
        // As of a real client, the address for responses is its own: the library forgets one by its name when a link to it is closed.
        var (node, own) = ("work/$management", $"responses-{Guid.NewGuid():N}");
        // A request that comes before the link for its response is refused.
        var attached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var replies = new ReceiverLink(
            session, "replies", new Attach { Source = new Source { Address = node }, Target = new Target { Address = own } },
            (_, _) => attached.TrySetResult());
        await attached.Task.WaitAsync(Bus.Soon);
        var requests = new SenderLink(session, "requests", node);
        await requests.SendAsync(new Message(body)
        {
            Properties = new Properties { MessageId = "1", ReplyTo = own },
            ApplicationProperties = new ApplicationProperties { ["operation"] = operation },
        });
        var response = await replies.ReceiveAsync(Bus.Soon);
        await connection.CloseAsync();
        return response;
    }

    private static byte[] Frame(IEnumerable<byte> content)
    {
        byte[] bytes = [2, 0, 0, 0, .. content];
        return [.. BitConverter.GetBytes(IPAddress.HostToNetworkOrder(bytes.Length + 4)), .. bytes];
    }

    private static async Task IsHungUpOn(int port, byte[] bytes, string what)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await socket.SendAsync(bytes);
        using var patience = new CancellationTokenSource(Bus.Soon);
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer, patience.Token) > 0)
                continue;
        }
        catch (SocketException reset) when (reset.SocketErrorCode == SocketError.ConnectionReset)
        {
            // That too is an end.
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The broker keeps a connection on which came: {what}.");
        }
    }

    private static async Task Send(int port, byte[] bytes)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await socket.SendAsync(bytes);
        socket.Shutdown(SocketShutdown.Send);
        await Record.ExceptionAsync(() => socket.ReceiveAsync(new byte[16]));
    }

    private static async Task Works(Bus bus)
    {
        Assert.False(bus.Broker.HasExited, bus.Broker.Output);
        await bus.Send("still there");
        await using var receiver = bus.Receiver();
        await receiver.CompleteMessageAsync(await receiver.Next());
        Assert.Null(await receiver.PeekMessageAsync(fromSequenceNumber: 0));
    }

    private static int Sockets(Bus bus) => Directory.GetFiles($"/proc/{bus.Broker.ProcessId}/fd").Length;
}
