using System.Text;
using Predictors.Traces.Readers.Binary.Formats;

namespace Predictors.Traces.Readers.Text;

/// <summary>Reads what the importer needs of an event's last group. LTTng calls a task's number <c>tid</c> where the kernel says <c>pid</c>.</summary>
internal static class BabeltraceFields
{
    /// <summary>Reads the fields of one event.</summary>
    /// <param name="group">The event's own group.</param>
    /// <param name="e">The event, its kind set.</param>
    /// <returns>Whether they were understood.</returns>
    public static LineResult Read(ReadOnlySpan<byte> group, ref KernelEvent e)
    {
        if (EventValues.Of(e.Kind) is not { } wanted)
        {
            return LineResult.Event;
        }

        bool hasA = false;
        bool hasB = wanted.B is null;
        bool hasC = false;
        ReadOnlySpan<byte> text = default;
        var fields = new GroupFields(group);
        while (fields.TryNext())
        {
            if (Is(fields.Key, wanted.A))
            {
                hasA = TryNumber(fields.Value, out e.A) || e.Kind == KernelEventKind.IpiEntry;
            }
            else if (Is(fields.Key, wanted.B))
            {
                hasB = TryNumber(fields.Value, out e.B);
            }
            else if (Is(fields.Key, wanted.C ?? wanted.Optional))
            {
                hasC = TryNumber(fields.Value, out e.C);
            }

            text = Is(fields.Key, "name") || Is(fields.Key, "reason") ? fields.Value.Trim((byte)'"') : text;
        }

        if (e.Kind == KernelEventKind.KvmEntry)
        {
            hasA = true;
        }

        if (!hasA || !hasB || (wanted.C is not null && !hasC))
        {
            return LineResult.Unparsed;
        }

        if (e.Kind is KernelEventKind.HrtimerStart or KernelEventKind.HrtimerExpire)
        {
            // What the timer runs is an address: which one is the tick is not told.
            e.C = 0;
        }

        EventRules.TakeName(text, ref e);
        return EventRules.Complete(hasC, ref e) switch
        {
            RecordResult.Event => LineResult.Event,
            RecordResult.CpuOutOfRange => LineResult.CpuOutOfRange,
            _ => LineResult.Unparsed,
        };
    }

    // A number, or a label with its number: "( "TASK_RUNNING" : container = 0 )".
    private static bool TryNumber(ReadOnlySpan<byte> value, out long number)
    {
        int label = value.StartsWith("("u8) ? value.LastIndexOf("container = "u8) : -1;
        return Fields.TryNumber(label < 0 ? value : value[(label + "container = ".Length)..], out number);
    }

    private static bool Is(ReadOnlySpan<byte> key, string? wanted)
    {
        if (wanted is null)
        {
            return false;
        }

        Span<byte> name = stackalloc byte[32];
        return Encoding.ASCII.TryGetBytes(wanted, name, out int length)
            && (key.SequenceEqual(name[..length]) || (wanted.EndsWith("pid", StringComparison.Ordinal) && IsThread(key, name[..length])));
    }

    private static bool IsThread(ReadOnlySpan<byte> key, ReadOnlySpan<byte> wanted) =>
        key.Length == wanted.Length && key.EndsWith("tid"u8) && key[..^3].SequenceEqual(wanted[..^3]);
}
