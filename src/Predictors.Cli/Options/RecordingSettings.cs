using System.CommandLine;
using Predictors.Hosting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary>What is recorded, and how.</summary>
internal sealed class RecordingSettings
{
    private static readonly RecordingOptions s_defaults = new();

    private readonly Option<string> _events = new("--events")
    {
        HelpName = string.Join('|', EventSet.All.Select(s => s.Name)),
        Description = "The events of this machine's own idle periods (in a guest, or on bare metal), or of the guests of this KVM host.",
        DefaultValueFactory = _ => s_defaults.Events.Name,
    };

    private readonly Option<int?> _buffer = NumberOption.Of<int>(
        "--buffer-kb", "N", "The ring buffer of each CPU, in KiB.", $"{RecordingOptions.MinBufferKb} to {RecordingOptions.MaxBufferKb}",
        kb => kb is >= RecordingOptions.MinBufferKb and <= RecordingOptions.MaxBufferKb, s_defaults.BufferKb);

    private readonly Option<string> _clock = new("--clock")
    {
        HelpName = "NAME",
        Description = "The kernel's trace clock; only mono puts timers and events on one clock.",
        DefaultValueFactory = _ => s_defaults.Clock,
    };

    public RecordingSettings(Command verb)
    {
        verb.Options.Add(_events);
        verb.Options.Add(_buffer);
        verb.Options.Add(_clock);
    }

    public RecordingOptions Of(ParseResult parsed)
    {
        string name = parsed.GetValue(_events)!;
        return new RecordingOptions
        {
            Events = EventSet.All.FirstOrDefault(s => s.Name == name)
                ?? throw new UsageException($"--events {name} is not accepted{NearestName.Hint(name, EventSet.All.Select(s => s.Name))}"),
            BufferKb = parsed.GetValue(_buffer)!.Value,
            Clock = parsed.GetValue(_clock)!,
        };
    }
}
