using Predictors.Traces.Readers.Binary.Formats;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Readers.Binary.Perfetto;

/// <summary>Decodes an event for which Perfetto has no message of its own: its name and its fields stand in it as texts.</summary>
internal static class GenericEvent
{
    private const int EventNameField = 1;
    private const int FieldField = 2;
    private const int FieldName = 1;
    private const int FieldText = 3;
    private const int FieldSigned = 4;
    private const int FieldUnsigned = 5;

    /// <summary>Decodes an event.</summary>
    /// <param name="body">The message.</param>
    /// <param name="names">The names of the recording's events.</param>
    /// <param name="e">The event.</param>
    /// <param name="name">Its name; null where it has none.</param>
    /// <returns>Whether it was understood.</returns>
    public static RecordResult Decode(ReadOnlySpan<byte> body, EventNames names, ref KernelEvent e, out EventName? name)
    {
        name = null;
        var fields = new ProtoFields(body);
        while (fields.TryNext() && name is null)
        {
            if (fields.Number == EventNameField && !fields.Bytes.IsEmpty && !fields.Bytes.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
            {
                name = names.Find(fields.Bytes);
            }
        }

        if (name is null)
        {
            return RecordResult.NotUnderstood;
        }

        if (EventValues.Of(name.Kind) is not { } wanted)
        {
            return RecordResult.Event;
        }

        Seen seen = Read(body, wanted, out ReadOnlySpan<byte> text);
        bool complete = !seen.Failed && seen.A is not null && (wanted.B is null || seen.B is not null) && (wanted.C is null || seen.C is not null);
        if (!complete)
        {
            return RecordResult.NotUnderstood;
        }

        e.Kind = name.Kind;

        // What a timer runs is an address without the kernel's symbols: which one is the tick is not told.
        bool isTimer = e.Kind is KernelEventKind.HrtimerStart or KernelEventKind.HrtimerExpire;
        (e.A, e.B, e.C) = (seen.A!.Value, seen.B ?? 0, isTimer ? 0 : seen.C ?? 0);
        EventRules.TakeName(text, ref e);
        return EventRules.Complete(seen.C is not null, ref e);
    }

    private static Seen Read(ReadOnlySpan<byte> body, EventValues wanted, out ReadOnlySpan<byte> text)
    {
        text = default;
        var seen = default(Seen);
        var fields = new ProtoFields(body);
        while (fields.TryNext())
        {
            if (fields.Number != FieldField)
            {
                continue;
            }

            long value = 0;
            ReadOnlySpan<byte> name = default;
            ReadOnlySpan<byte> valueText = default;
            var field = new ProtoFields(fields.Bytes);
            while (field.TryNext())
            {
                switch (field.Number)
                {
                    case FieldName:
                        name = field.Bytes;
                        break;
                    case FieldText:
                        valueText = field.Bytes;
                        break;
                    case FieldSigned or FieldUnsigned:
                        value = (long)field.Value;
                        break;
                }
            }

            seen.Failed |= field.Failed;
            text = Is(name, "name") || Is(name, "reason") ? valueText : text;
            if (Is(name, wanted.A))
            {
                seen.A = value;
            }
            else if (Is(name, wanted.B))
            {
                seen.B = value;
            }
            else if (Is(name, wanted.C ?? wanted.Optional))
            {
                seen.C = value;
            }
        }

        seen.Failed |= fields.Failed;
        return seen;
    }

    private static bool Is(ReadOnlySpan<byte> name, string? wanted)
    {
        if (wanted is null || name.Length != wanted.Length)
        {
            return false;
        }

        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] != wanted[i])
            {
                return false;
            }
        }

        return true;
    }

    private struct Seen
    {
        public long? A;
        public long? B;
        public long? C;
        public bool Failed;
    }
}
