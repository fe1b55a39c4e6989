namespace Predictors.Traces.Readers.Binary.Formats;

/// <summary>Reads one text out of the records of one event.</summary>
/// <param name="place">Where it stands.</param>
/// <param name="order">The byte order.</param>
internal sealed class TextField(FormatField place, ByteOrder order)
{
    /// <summary>How long a record must be.</summary>
    public int End => place.End;

    /// <summary>Makes a reader of a field.</summary>
    /// <returns>The reader; null where the event has no such field, or it is no text.</returns>
    public static TextField? Of(EventFormat format, string name, ByteOrder order) =>
        format.TryFind(name, out FormatField field) && (field.Location == FieldLocation.Inline || field.Size == sizeof(uint))
            ? new TextField(field, order)
            : null;

    /// <summary>Reads the text up to its zero byte.</summary>
    /// <param name="record">A record of <see cref="End"/> bytes or more.</param>
    /// <param name="text">The text.</param>
    /// <returns>Whether it lies inside the record.</returns>
    public bool TryRead(ReadOnlySpan<byte> record, out ReadOnlySpan<byte> text)
    {
        text = record[place.Offset..place.End];
        if (place.Location != FieldLocation.Inline)
        {
            uint location = order.U32(text);
            int start = (int)(location & 0xffff) + (place.Location == FieldLocation.FromFieldEnd ? place.End : 0);
            int length = (int)(location >> 16);
            if (start > record.Length || length > record.Length - start)
            {
                return false;
            }

            text = record.Slice(start, length);
        }

        int end = text.IndexOf((byte)0);
        text = end < 0 ? text : text[..end];
        return true;
    }
}
