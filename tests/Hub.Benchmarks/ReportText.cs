namespace Hub.Benchmarks;

/// <summary>What docs/benchmarks.md says around the figures.</summary>
internal static class ReportText
{
    public const string Before = """
        # Benchmarks

        Measured by `./hub bench` in one run, all processes on one shared machine of two cores. Every result is a ratio to a floor that was measured on the same
        ground in the same run, or a count. Ratios and counts carry over to another machine; the times that they were made of do not.

        ## What stands for what

        | on this machine | for | what that means for the figures |
        |---|---|---|
        | the functions' worker | itself | the real isolated worker, the binary that ships |
        | `tools/Hub.Host` | Azure's Functions host | the same protocols to the worker and the same client of Service Bus; what it costs itself is not what Azure's costs |
        | `tools/Hub.Broker` | Azure Service Bus | the real client, over loopback into memory: no network, no disk; in Azure a message takes some milliseconds |
        | Azurite, in memory | blobs and tables | real requests; Azure's take some milliseconds each, so that counts say more than times |
        | `tools/Hub.Simulators` | Exchange, a partner, a translator | they answer within a millisecond, which none of those does |

        ## The floors

        - **Empty functions** (`tests/Hub.Benchmarks.App`) under the same host: one answers GET with fixed bytes at once, one reads a body to its end, one gives a message
          back. Beside them stand starts (e), reads (d) and documents (g).
        - **A bare processor**: a process in which Service Bus's client hands messages to a handler that does what the empty queue function does, with the host's options
          and on the same broker. What the empty function takes more (k) is what host and worker cost over the handler itself. Both sides send a message, wait for
          its reply and only then send the next; the wait for the reply is on both sides.
        - **A bare sender** (l): the same client sends the same messages to the same queue. No hub runs beside it.
        - **The operations of a notice bare** (b): the same operations on tables, blobs and bus, in the same order and of the same size, on the hub's Azurite and a
          broker of its own, without host, HTTP and rules.
        - **A bare message and a bare post** (c): a wake-up sent, received and completed, and a body posted to the partner.
        - **A bare loop** (h): signs and posts the same bodies. Both sides run in one process, without host and queue.
        - **The mailbox's requests bare** (j): those that a mail needs, four at a time.
        - **JSON** (f): the plainest format of the same edition. **The JSON of the same data** (m): what the API answers to a program, for a screen that shows it.

        Both sides are measured in turn and the best round of each counts, or the median of many starts. Operations on storage are counted from Azurite's log of requests;
        a batch of one partition is one. Messages are counted from the numbers that the broker gives them; a queue that is empty afterwards has had each
        settled. The operations of a notice are counted on a hub whose channels and timers are disabled, so that they are its own. Processor time is what the processes named have used, whatever else the machine did.

        ## Figures

        | what | result | aim | made of: the hub's; its floor's |
        |---|---|---|---|

        """;

    public const string After = """

        (e) starts what `./hub package` deploys, compiled ahead, and empty functions made in the same way;
        it waits for `/healthz` of the hub, which reads storage, and for the empty function, both asked again every 5 ms.
        (a) includes the clients, what
        wakes the channels and all that these do meanwhile, (b) has none of it; and the commits of one process go one after the other, because each replaces the head of the log
        (decision 7), while (b) writes eight at a time. A machine that is busy otherwise slows both alike and makes that ratio look better. In (h), 1,000 endpoints with
        fifty events each cost some seven storage operations for fifty deliveries: the loop with the same operations shows them. In (i) the floor does
        nothing but the mailbox's requests, so that the ratio is the hub's own work on a mail: parsing, judging, keeping, answering.

        Editions are HTML and XLSX in six languages each, and PDF in four.

        `--starts`, `--messages`, `--wake-ups`, `--reads`, `--pages`, `--notices`, `--webhooks`, `--editions`, `--documents` and `--mail` measure parts and write nothing; nor does
        `--quick`, which measures less. `--editions --out FOLDER` keeps the files of the first edition.

        """;
}
